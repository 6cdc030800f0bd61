// A cartridge for the visit of today: the code of its package is read, written down with whatever
// is against it, and the cartridge is claimed for this person and this visit, once and for all.

import { scanCartridge, scanSentence } from '../../core/care/visit/scanned-cartridge.ts';
import type { EntryOf, NoteGiven } from '../../journal/index.ts';
import { formatDay } from '../../core/day.ts';
import { ok } from '../../../protocol/result.ts';
import { EXIT } from '../exit-code.ts';
import { failed, type Outcome } from '../outcome.ts';
import { acting, type VisitGiven, writeAtVisit } from '../visit-ground.ts';
import { claimCommand } from './cartridge.ts';

/** What was scanned. */
export interface CartridgeSaid {
  readonly code: string;
  /** The article numbers that are used here. */
  readonly articles: readonly string[];
  /** Whether somebody looked at the package and it was whole. */
  readonly intact: boolean;
}

/** Scans and claims one. */
export const visitCartridge = (given: VisitGiven, typed: CartridgeSaid): Promise<Outcome> =>
  acting(given, 'scan-cartridge', async (asked) => {
    const { person, by, dataDir, today } = asked;
    const scan = scanCartridge(typed.code, { today, gtins: typed.articles });
    if (!scan.ok) return failed(EXIT.refused, scan.error.map(scanSentence));
    const { gtin, lot, serial, expiresOn } = scan.value;
    const code: EntryOf<'cartridge-scanned'>['code'] = {
      gtin, serial, expiresOn: formatDay(expiresOn), ...(lot === undefined ? {} : { lot }),
    };
    let visitId = '';
    const written = await writeAtVisit(asked, ({ visit }) => {
      ({ visitId } = visit);
      const against = typed.intact ? [] : ['package-not-checked'];
      const line: NoteGiven = {
        kind: 'cartridge-scanned', visitId, person, code, packageIntact: typed.intact, against, by,
      };
      return ok([line]);
    });
    if (!written.ok) return written.error;
    const claimed = await claimCommand({ dataDir, serial, person, visitId, lot, by });
    const complaints = [...claimed.complaints, ...asked.remarks];
    const more = typed.intact ? [] : [
      'Look at the package, and note it with '
      + `"corium visit tick ${person} package-intact" if it was whole.`,
    ];
    return { ...claimed, lines: [...claimed.lines, ...(claimed.code === EXIT.done ? more : [])],
      complaints };
  });
