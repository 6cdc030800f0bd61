// Requests after a treatment: the sheet for afterwards as data and as files, its handing over, and
// a signature under the record with both components. The sheet is one value of the host's core, so
// window, paper and calendar cannot say different things.

import { hash } from 'node:crypto';
import { ok, refuse } from '../../../protocol/result.ts';
import { calendarOf, calendarStamp } from '../../../host/care/calendar.ts';
import { formatDay } from '../../../host/core/day.ts';
import { recordJson, type TreatmentRecord } from '../../../host/journal/index.ts';
import { openDesk } from '../../../host/staff/index.ts';
import type { SheetView } from '../../contract/care-says.ts';
import { DONE, type Done, type Doers, no } from '../doer.ts';
import type { Held } from '../held.ts';
import { stageLine } from './chart-answer.ts';
import { type MadeSheet, sheetFor } from './sheets.ts';
import { showChart } from './showing.ts';
import { gateRefusals } from './signing.ts';
import { against, careRefusals, write } from './writing.ts';

const NOTHING: Done = refuse(careRefusals([{ topic: 'sheet', code: 'nothing-treated' }]));

/** What is signed: the record as it is exported, to the byte. */
const hashOf = (record: TreatmentRecord): string => hash('sha256', recordJson(record), 'hex');

function viewOf(held: Held, { sheet, record, visit }: MadeSheet): SheetView {
  const handed = visit?.aftercare.at(-1);
  const signed = held.care.staff().signatures.filter(({ meaning, subject }) =>
    meaning === 'record' && subject.id === sheet.treatmentId && subject.hash === hashOf(record));
  return {
    treatmentId: sheet.treatmentId,
    person: sheet.person,
    visit: formatDay(sheet.visit),
    skins: sheet.areas.map(({ area, side }) => ({ area, side })),
    instructions: sheet.instructions.map(({ id, on }) => ({ id, on: formatDay(on) })),
    nextNotBefore: sheet.next && formatDay(sheet.next.earliest),
    milestones: sheet.milestones.map(({ id, on, photograph }) =>
      ({ id, on: formatDay(on), photograph })),
    flags: sheet.flags.map(({ id, urgency }) => ({ id, urgency })),
    stages: sheet.stages.map(stageLine),
    grade: 'C',
    charted: visit !== undefined,
    handed: handed && { at: handed.at, by: handed.by },
    signatures: signed.map(({ at, name, role }) => ({ at, name, role })),
  };
}

async function fileOf(
  held: Held,
  made: MadeSheet,
  what: 'paper' | 'calendar',
  contact: string | undefined,
): Promise<Done> {
  const sheet = { ...made.sheet, contact: contact === '' ? undefined : contact };
  const stem = `${sheet.treatmentId}-aftercare`;
  if (what === 'calendar') {
    const text = calendarOf(sheet, calendarStamp(held.care.world.nowIso()));
    const base64 = Buffer.from(text, 'utf8').toString('base64');
    return ok({ kind: 'file', name: `${stem}.ics`, type: 'text/calendar', base64, missing: [] });
  }
  const { sheetPdf } = await import('../../../host/care/paper/draw.ts');
  const { bytes, missing } = await sheetPdf(sheet);
  const base64 = Buffer.from(bytes).toString('base64');
  return ok({ kind: 'file', name: `${stem}.pdf`, type: 'application/pdf', base64, missing });
}

type AfterAsk = 'read-sheet' | 'sheet-file' | 'hand-over' | 'sign-record';

/** The doers. */
export const afterAsks: Doers<AfterAsk> = {
  'read-sheet': ({ held }, { treatmentId }) => {
    showChart(held);
    const made = sheetFor(held, treatmentId);
    return made === undefined ? NOTHING : ok({ kind: 'sheet', view: viewOf(held, made) });
  },
  'sheet-file': ({ held }, { treatmentId, what, contact }) => {
    showChart(held);
    const made = sheetFor(held, treatmentId);
    return made === undefined ? NOTHING : fileOf(held, made, what, contact);
  },
  'hand-over': ({ held }, { treatmentId }) => {
    showChart(held);
    const made = sheetFor(held, treatmentId);
    if (made === undefined) return NOTHING;
    const { sheet, visit } = made;
    if (visit === undefined) return refuse(careRefusals([{ topic: 'sheet', code: 'no-visit' }]));
    return write(held, visit.person, ({ facts }) => {
      if (facts.visits.get(visit.visitId) === undefined) return against('sheet', 'no-visit');
      return ok([{
        kind: 'aftercare-handed', visitId: visit.visitId, person: visit.person,
        sheet: 'corium-aftercare-1', language: 'en', by: held.choices.operator,
        dates: sheet.milestones.map(({ id, on }) => ({ milestone: id, on: formatDay(on) })),
      }]);
    });
  },
  'sign-record': async ({ held }, { treatmentId, staffId, secret }) => {
    const record = held.journal.record(treatmentId)?.record;
    if (record === undefined) return no('no-such-record', { asked: treatmentId });
    if (record.closed === undefined) {
      return refuse(careRefusals([{ topic: 'sheet', code: 'still-open' }]));
    }
    const chart = held.care.begin();
    if (!chart.ok) return refuse(careRefusals([chart.error]));
    const desk = openDesk({ chart: chart.value, world: held.care.world });
    const signed = await desk.sign({ staffId: staffId.trim(), secret, place: 'console' }, {
      meaning: 'record',
      subject: { kind: 'record', id: treatmentId, hash: hashOf(record) },
      reason: undefined,
      madeBy: undefined,
    });
    showChart(held);
    return signed.ok ? DONE : refuse(gateRefusals(signed.error));
  },
};

