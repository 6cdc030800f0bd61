// Cartridges: one is taken for a person and a visit, and told about; and the two lists that a house
// asks for beside the charts: follow-ups that are due, and what was treated with a pen.

import { claimForVisit } from '../../care/acts/cartridge.ts';
import { type Day, formatDay } from '../../core/day.ts';
import { cartridgeHistory, dueFollowUps, treatmentsOnPen } from '../../store/index.ts';
import { type House, inHouse } from '../house.ts';
import { done, type Outcome } from '../outcome.ts';
import { tableLines } from '../table-lines.ts';
import { acting, actRefused, type VisitGiven } from '../visit-ground.ts';
import { takenOutcome } from './visit-cartridge.ts';

/** What is claimed for which visit. */
export interface ClaimSaid {
  readonly serial: string;
  readonly visitId: string;
  readonly lot: string | undefined;
}

/** Takes a cartridge for one person and one visit. */
export const claimCommand = (given: VisitGiven, typed: ClaimSaid): Promise<Outcome> =>
  acting(given, async (ground) => {
    const taken = await claimForVisit(ground, typed);
    return taken.ok ? takenOutcome(taken.value, given.person) : actRefused(taken.error);
  });

/** Tells what a cartridge was taken and used for. */
export const cartridgeCommand = (dataDir: string, serial: string): Promise<Outcome> =>
  inHouse(dataDir, async ({ store, remarks }) => {
    const history = await cartridgeHistory(store.db, serial);
    const { known, claims, uses, blocks } = history;
    if (known.length + claims.length + uses.length + blocks.length === 0) {
      return done([`Nothing is known here of a cartridge ${serial}.`], { ok: true, ...history });
    }
    const lines = [
      ...blocks.map((row) => `BLOCKED  since ${row.at.slice(0, 10)}: ${row.because}`),
      ...known.slice(0, 1).map((row) => `Lot      ${row.lot === '' ? 'not told' : row.lot}`),
      ...claims.map((row) =>
        `Taken    ${row.at.slice(0, 10)} for ${row.person}, visit ${row.visit_id} `
        + `(${row.standing})`),
      ...uses.map((row) =>
        `Used     ${row.day} on ${row.person}, treatment ${row.treatment_id}, `
        + `${String(row.strokes)} strokes`),
    ];
    return { ...done(lines, { ok: true, serial, ...history, remarks }), complaints: remarks };
  });

/** Lists the follow-ups that are due. */
export const followUpsCommand = (dataDir: string, today: Day): Promise<Outcome> =>
  inHouse(dataDir, async (house) => {
    const due = await dueFollowUps(house.store.db, formatDay(today));
    const rows = due.map((row) => [
      row.due_on ?? '', row.milestone, row.person,
      row.how === 'not-reached' ? 'not reached' : '',
    ]);
    const heads = ['due', 'milestone', 'person', ''];
    return listed(house, 'No follow-up is due.', heads, rows, { due });
  });

/** Lists what was treated with a pen. */
export const penTreatmentsCommand = (dataDir: string, serial: string): Promise<Outcome> =>
  inHouse(dataDir, async (house) => {
    const treatments = await treatmentsOnPen(house.store.db, serial);
    const rows = treatments.map((row) =>
      [row.day, row.treatment_id, row.person, row.operator, row.outcome ?? 'open']);
    const none = `Nothing was treated with a pen ${serial}.`;
    const heads = ['day', 'treatment', 'person', 'operator', ''];
    return listed(house, none, heads, rows, { treatments });
  });

function listed(
  { remarks }: House,
  none: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  document: object,
): Outcome {
  const lines = rows.length === 0 ? [none] : tableLines(heads, rows);
  return { ...done(lines, { ok: true, ...document, remarks }), complaints: remarks };
}
