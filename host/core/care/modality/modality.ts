// The three kinds of tool that a record can tell of, and what it may claim about each: a pen that
// is set by hand enforces nothing, a pen that Corium drives is held to its limits, and energy is a
// class of its own.

/** Hand-set pen, pen driven by Corium, pen with radiofrequency. */
export const MODALITIES = ['dumb', 'automated', 'energy'] as const;

/** One of them. */
export type Modality = (typeof MODALITIES)[number];

const LABELS: Readonly<Record<Modality, string>> = {
  dumb: 'RECORDED, NOT ENFORCED: depth is read off a dial, and Corium could stop nothing',
  automated: 'enforced: the pen moved under limits only',
  energy: 'enforced, radiofrequency: tried against a simulated pen and no other',
};

/** The label that stands wherever a treatment is shown. */
export const modalityLabel = (modality: Modality): string => LABELS[modality];

/** Whether limits were held by a machine and not by a person alone. */
export const isEnforced = (modality: Modality): boolean => modality !== 'dumb';
