// What the doors let in, as far as the guard looks at it: the plan, the person, the day, the
// signed bytes. These are values that were read from files, not what admission made of them; the
// types are the guard's own.

import type { AreaName, Side } from '../../protocol/area.ts';
import type { SignedTables } from './read-table.ts';

/** What a plan asks for one area. */
export interface WishedArea {
  readonly area: AreaName;
  readonly side: Side;
  readonly sizeMm2: number;
  readonly depthUm: number;
  readonly rateCentiHz: number;
  readonly passes: number;
  readonly indication: string | undefined;
  readonly eyeProtection: boolean;
  readonly reason: string | undefined;
  readonly energy?: WishedEnergy | undefined;
}

/** What a plan asks of energy for one area. */
export interface WishedEnergy {
  readonly microJoulePerPin: number;
  readonly pulseMs: number;
  readonly pulses: number;
}

/** Who would give energy, and what the person answered to it. */
export interface WishedGiver {
  readonly role: string | undefined;
  readonly leadSigned: readonly AreaName[];
  readonly consentWithWarning: boolean;
  readonly answers: Readonly<Record<string, string | undefined>>;
}

/** One earlier visit. */
interface Visit {
  readonly on: number;
  readonly areas: readonly { readonly area: AreaName; readonly side: Side }[];
}

/** What is known of a person; what is missing counts at its worst. */
export interface WishedPerson {
  readonly bornOn: number | undefined;
  readonly fitzpatrick: number | undefined;
  readonly history: readonly Visit[] | 'unknown';
  readonly conditions: Readonly<Record<string, 'yes' | 'no' | undefined>>;
}

/** A treatment that somebody wishes for. */
export interface Wished {
  readonly plan: { readonly person: string; readonly areas: readonly WishedArea[] };
  /** SHA-256 of the plan file in hexadecimal; its beginning goes over the wire. */
  readonly planHash: string;
  readonly caseFile: WishedPerson | undefined;
  readonly profile: { readonly signed: SignedTables };
  readonly today: number;
  readonly energy?: WishedGiver | undefined;
}
