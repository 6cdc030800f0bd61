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
}
