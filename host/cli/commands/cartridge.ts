// Cartridges: one is taken for a person and a visit, and told about; and the two lists that a house
// asks for beside the charts: follow-ups that are due, and what was treated with a pen.

import os from 'node:os';
import { type Day, formatDay } from '../../core/day.ts';
import {
  cartridgeHistory, claimCartridge, claimSentence, dueFollowUps, openSqlite, openStore, type Room,
  storeFile, storeSentence, treatmentsOnPen,
} from '../../store/index.ts';
import { EXIT } from '../exit-code.ts';
import { audit, type House, inHouse } from '../house.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { tableLines } from '../table-lines.ts';

/** What is claimed for whom. */
export interface ClaimAsked {
  readonly dataDir: string;
  readonly serial: string;
  readonly person: string;
  readonly visitId: string;
  readonly lot: string | undefined;
  readonly by: string;
}

/** Takes a cartridge for one person and one visit. */
export const claimCommand = ({ dataDir, ...claiming }: ClaimAsked): Promise<Outcome> =>
  inHouse(dataDir, async (house) => {
    if (!/^[\x21-\x7e]{1,64}$/.test(claiming.serial)) {
      const sentence = 'That is no serial number of a cartridge; scan the package, or type what '
        + 'stands behind (21) on it.';
      return failed(EXIT.usage, [sentence]);
    }
    const local = await openSqlite(storeFile(dataDir));
    if (!local.ok) return failed(EXIT.journal, [storeSentence(local.error)]);
    const shared = await sharedFor(dataDir);
    try {
      const room = { ...house, name: os.hostname(), local: local.value, shared };
      const claimed = await claimCartridge(room, claiming);
      if (!claimed.ok) {
        const { code } = claimed.error;
        await audit(house, 'cartridge-refused', `${claiming.serial}: ${code}`, claiming.by);
        return failed(EXIT.refused, [claimSentence(claimed.error)], {
          document: { refusal: claimed.error },
        });
      }
      const { standing } = claimed.value;
      const line = `The cartridge ${claiming.serial} is ${claiming.person}'s for this visit`;
      const lines = [standing === 'confirmed' ? `${line}.`
        : `${line}, provisionally: the other rooms could not be asked. Run "corium store `
          + 'exchange" as soon as they can.'];
      const document = { ok: true, ...claimed.value, remarks: house.remarks };
      return { ...done(lines, document), complaints: house.remarks };
    } finally {
      await local.value.close();
      if (typeof shared !== 'string') await shared.close();
    }
  });

async function sharedFor(dataDir: string): Promise<Room['shared']> {
  const url = process.env['CORIUM_DATABASE_URL'] ?? '';
  if (url === '') return 'none';
  const opened = await openStore(dataDir, url);
  return opened.ok ? opened.value : 'out-of-reach';
}

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
