// The people who work in an installation, by what they are trusted with. One person may have
// several roles; nobody has one that is not written down in the journal. What a role may do is in
// the table of permits, and nowhere else.

/** Every role. */
export const ROLES = ['provider', 'prescriber', 'technician', 'clinical-lead', 'auditor'] as const;

/** What somebody is trusted with. */
export type Role = (typeof ROLES)[number];

/** Whether a text is the name of a role. */
export const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

/** What a role is, in a few words. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  provider: 'a provider, who treats and keeps charts',
  prescriber: 'a prescriber, who clears what stands against a treatment',
  technician: 'a technician, who measures and certifies pens',
  'clinical-lead': 'a clinical lead, who answers for people, limits and overrides',
  auditor: 'an auditor, who sees everything and changes nothing',
};
