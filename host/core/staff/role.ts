// The people who work in an installation, by what they are trusted with. One person may have
// several roles; nobody has one that is not written down in the journal. What a role may do is in
// the table of permits, and nowhere else.

/** Every role. */
export const ROLES = ['provider', 'prescriber', 'technician', 'clinical-lead', 'auditor'] as const;

/** What somebody is trusted with. */
export type Role = (typeof ROLES)[number];

/** Whether a text is the name of a role. */
export const isRole = (text: string): text is Role => ROLES.some((role) => role === text);
