// Why the desk did not do what it was asked about people, visits or staff: a subject, a code of the
// host's own rules, and the facts that belong to it. The sentence is made in the window.

/** Whose code it is. */
export type CareTopic =
  | 'people' | 'visit' | 'screening' | 'numbing' | 'adjunct' | 'scan' | 'claim' | 'series'
  | 'followUp' | 'staff' | 'journal' | 'sheet';

/** One reason. */
export interface CareRefusal {
  readonly topic: CareTopic;
  readonly code: string;
  readonly facts?: Readonly<Record<string, string | number>>;
  /** Charts that may be of the same person, to be looked at. */
  readonly people?: readonly string[];
}
