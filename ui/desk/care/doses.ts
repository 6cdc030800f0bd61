// What pieces of skin have had today and in thirty days, asked of the store once for all of them.
// The store is opened for the question and brought up to the journals; where it cannot be opened,
// nothing is said instead of nothing having been given.

import { readInstallation } from '../../../host/journal/files.ts';
import { type Day, day, formatDay } from '../../../host/core/day.ts';
import type { Skin } from '../../../host/core/plan.ts';
import { catchUp, doseHistory, openStore } from '../../../host/store/index.ts';
import type { DoseLine } from '../../contract/care-says.ts';
import type { Held } from '../held.ts';

/** What one piece of skin had. */
export interface Dose {
  readonly todayPerCm2: number;
  readonly monthPerCm2: number;
  readonly given: readonly DoseLine[];
}

/** By area and side: `cheek/left`. */
export type Doses = ReadonlyMap<string, Dose>;

const WINDOW_DAYS = 30;
const GIVEN_MAX = 12;

/** Asks for them. */
export async function dosesOf(
  held: Held,
  people: readonly string[],
  skins: readonly Skin[],
  today: Day,
): Promise<Doses> {
  const { dataDir, care: { world } } = held;
  const doses = new Map<string, Dose>();
  const opened = skins.length === 0 ? undefined : await openStore(dataDir);
  if (opened?.ok !== true) return doses;
  const store = opened.value;
  try {
    const caught = readInstallation(world.door, dataDir).ok
      ? await catchUp(store, dataDir, world)
      : undefined;
    if (caught?.ok !== true) return doses;
    for (const { area, side } of skins) {
      const since = formatDay(day(today - WINDOW_DAYS));
      const history = await doseHistory(
        store.db, { people, area, side, today: formatDay(today), sinceDay: since });
      doses.set(`${area}/${side}`, {
        todayPerCm2: history.today.puncturesPerCm2,
        monthPerCm2: history.since.puncturesPerCm2,
        given: history.given.slice(0, GIVEN_MAX).map((one) => ({
          day: one.day,
          perCm2: one.puncturesPerCm2,
          punctures: one.punctures,
          certainPunctures: one.certainPunctures,
          depthUmSet: one.depthUmSet,
          depthUmPeak: one.depthUmPeak,
          cartridges: one.cartridges.map(({ serial, lot }) =>
            (lot === '' ? serial : `${serial} (${lot})`)),
          certificates: one.certificates,
          operator: one.operator,
        })),
      });
    }
    return doses;
  } finally {
    await store.close();
  }
}
