// What the parts of the desk share: what it stands on, who somebody says they are, and why they are
// turned away. Types only, apart from the desk, so that its parts do not need it.

import type { Chart, ChartRefusal } from '../chart/index.ts';
import type { StaffRefusal } from '../core/staff/staff-refusal.ts';
import type { JournalWorld } from '../journal/index.ts';
import type { Result } from '../../protocol/result.ts';
import type { SecretCost } from './secret.ts';

/** Why somebody was turned away: by the rules, or because the journal did not take the line. */
export type DeskRefusal = StaffRefusal | ChartRefusal;

/** Who somebody says they are, with what only they know. */
export interface Claimed {
  readonly staffId: string;
  readonly secret: string;
  /** Where they stand: console, command-line, api. */
  readonly place: string;
}

/** What the desk answers, or everything against it. */
export type Answer<T> = Promise<Result<T, readonly DeskRefusal[]>>;

/** What a desk stands on. */
export interface DeskGround {
  readonly chart: Chart;
  readonly world: Pick<JournalWorld, 'nowMs' | 'freshId'>;
  readonly cost?: SecretCost;
}
