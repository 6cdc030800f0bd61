// A cartridge for the visit of today as an act: the code of its package is read, written down with
// whatever is against it, and the cartridge is claimed for this person and this visit, once and for
// all. The other rooms are asked first; what they said stands in the chart.

import { scanCartridge, scanSentence } from '../../core/care/visit/scanned-cartridge.ts';
import { formatDay } from '../../core/day.ts';
import type { EntryOf, NoteGiven } from '../../journal/index.ts';
import { ok } from '../../../protocol/result.ts';
import {
  claimCartridge, type Claimed, type Claiming, claimSentence, inRoom,
} from '../../store/index.ts';
import { type Acted, type Acting, type ActGround, asked, no, writeAtVisit } from './ground.ts';

/** What was scanned. */
export interface ScanGiven {
  readonly code: string;
  /** The article numbers that are used here. */
  readonly articles: readonly string[];
  /** Whether somebody looked at the package and it was whole. */
  readonly intact: boolean;
}

/** A cartridge that was taken. */
export interface TakenCartridge extends Claimed {
  readonly serial: string;
}

/** Scans a package and claims the cartridge for the visit of today. */
export const scanForVisit = (ground: ActGround, given: ScanGiven): Acted<TakenCartridge> =>
  asked(ground, ['scan-cartridge'], async (acting) => {
    const { person, by, today } = acting;
    const scan = scanCartridge(given.code, { today, gtins: given.articles });
    if (!scan.ok) {
      const codes = scan.error.map(({ code }) => code).join(' ');
      await found(acting, `a package was turned away: ${codes}`);
      return no('rules', scan.error[0]?.code ?? 'scan-refused', ...scan.error.map(scanSentence));
    }
    const { gtin, lot, serial, expiresOn } = scan.value;
    const code: EntryOf<'cartridge-scanned'>['code'] = {
      gtin, serial, expiresOn: formatDay(expiresOn), ...(lot === undefined ? {} : { lot }),
    };
    let visitId = '';
    const written = await writeAtVisit(acting, ({ visit }) => {
      ({ visitId } = visit);
      const against = given.intact ? [] : ['package-not-checked'];
      const line: NoteGiven = {
        kind: 'cartridge-scanned', visitId, person, code, packageIntact: given.intact, against, by,
      };
      return ok([line]);
    });
    if (!written.ok) return written;
    return claimed(acting, { serial, gtin, lot, person, visitId, by });
  });

/** Claims a cartridge by its serial number, for whatever visit is named. */
export const claimForVisit = (
  ground: ActGround,
  claiming: Omit<Claiming, 'person' | 'by'>,
): Acted<TakenCartridge> =>
  asked(ground, ['scan-cartridge'], async (acting) => {
    if (!/^[\x21-\x7e]{1,64}$/.test(claiming.serial)) {
      return no('asked', 'bad-serial', 'That is no serial number of a cartridge; scan the package, '
        + 'or type what stands behind (21) on it.');
    }
    const { person, by } = acting;
    return claimed(acting, { ...claiming, person, by });
  });

async function claimed(acting: Acting, claiming: Claiming): Acted<TakenCartridge> {
  const tried = await inRoom(acting, (room) => claimCartridge(room, claiming));
  if (!tried.ok) return no('journal', tried.error.code, tried.error.sentence);
  const { value: outcome } = tried;
  if (outcome.ok) return ok({ serial: claiming.serial, ...outcome.value });
  await found(acting, `${claiming.serial}: ${outcome.error.code}`);
  return no('rules', outcome.error.code, claimSentence(outcome.error));
}

/** Writes down that a cartridge was turned away. */
async function found({ chart, by }: Acting, details: string): Promise<void> {
  // A chart that takes no line has said so already, when it was opened.
  await chart.append({ kind: 'audit-found', what: 'cartridge-refused', details, by });
}
