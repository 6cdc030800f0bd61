// Requests at the visit of today, of whose chart is open: it is opened, its steps are noted by
// whoever is at the console, a cartridge is claimed, and it is closed. Nothing is ticked by
// default, and every line is decided over all that stands in the chart at that moment.

import { randomBytes } from 'node:crypto';
import { ok, refuse } from '../../../protocol/result.ts';
import { mm2 } from '../../../protocol/units.ts';
import { treatedAt } from '../../../host/care/chart-ground.ts';
import { adjunctAgainst, adjunctNamed } from '../../../host/core/care/visit/adjuncts.ts';
import { type NumbingEvent, numbingStep } from '../../../host/core/care/visit/numbing.ts';
import { judgeLabel } from '../../../host/core/care/visit/on-label.ts';
import { visitToday } from '../../../host/core/care/visit/visit-standing.ts';
import { applicationOf, minuteOf, numbingOf } from '../../../host/core/care/visit/visit-numbing.ts';
import { ageYears, formatDay } from '../../../host/core/day.ts';
import { today } from '../../../host/cli/today.ts';
import type { CareRefusal } from '../../contract/care-refusal.ts';
import { DONE, type Doers, type Done } from '../doer.ts';
import { scanPackage } from './scanning.ts';
import { showChart } from './showing.ts';
import { signsToo } from './signing.ts';
import { against, careRefusals, write, writeAtVisit } from './writing.ts';

type VisitAsk =
  | 'open-visit' | 'numbing-start' | 'numbing-end' | 'tick-step' | 'choose-adjunct'
  | 'scan-cartridge' | 'close-visit' | 'read-label';

const NO_PERSON: Done = refuse(careRefusals([{ topic: 'visit', code: 'no-person' }]));

/** What stands against a choice of adjunct, as codes. */
function adjunctRefusals(
  adjunct: string,
  lot: string,
  prescriber: string | undefined,
): readonly CareRefusal[] {
  if (adjunctAgainst({ id: adjunct, lot, prescriber }).length === 0) return [];
  const { id, standing } = adjunctNamed(adjunct);
  const facts = { adjunct: id };
  if (standing === 'blocked') return [{ topic: 'adjunct', code: 'blocked', facts }];
  const unsigned = standing === 'needs-prescriber' && (prescriber ?? '').trim() === '';
  return [
    ...(unsigned ? [{ topic: 'adjunct', code: 'no-prescriber', facts } as const] : []),
    ...(lot.trim() === '' ? [{ topic: 'adjunct', code: 'no-lot', facts } as const] : []),
  ];
}

/** The doers. */
export const visitAsks: Doers<VisitAsk> = {
  'open-visit': ({ held }) => {
    const { person, choices: { operator: by } } = held;
    if (person === undefined) return NO_PERSON;
    const visitId = `v-${randomBytes(5).toString('hex')}`;
    return write(held, person, ({ facts }) => {
      if (visitToday(facts, person, today()) !== undefined) return against('visit', 'open-already');
      const on = formatDay(today());
      return ok([{ kind: 'visit-opened', visitId, person, on, modality: 'automated', by }]);
    });
  },
  'tick-step': ({ held }, { step }) =>
    writeAtVisit(held, ({ visit: { visitId, person } }) =>
      ok([{ kind: 'visit-step', visitId, person, step, by: held.choices.operator }])),
  'numbing-start': ({ held }, { kind: _, labelMinutesMax, ...typed }) => {
    const at = held.care.world.nowIso();
    const label = labelMinutesMax === undefined ? {} : { labelMinutesMax };
    const line = { ...typed, sizeMm2: mm2(typed.sizeMm2), ...label };
    const event: NumbingEvent = { kind: 'applied', application: applicationOf({ ...line, at }) };
    return writeAtVisit(held, ({ visit: { visitId, person, steps }, needled }) => {
      const next = numbingStep(numbingOf(steps, needled), event);
      if (!next.ok) return against('numbing', next.error);
      const by = held.choices.operator;
      return ok([{ kind: 'visit-step', visitId, person, step: 'numbing-applied', ...line, by }]);
    });
  },
  'numbing-end': ({ held }, { step: kind }) => {
    const event = { kind, minute: minuteOf(held.care.world.nowIso()) } as const;
    const step = kind === 'removed' ? 'numbing-removed' : 'cleaned';
    return writeAtVisit(held, ({ visit: { visitId, person, steps }, needled }) => {
      const next = numbingStep(numbingOf(steps, needled), event);
      // Cream that is off may be written down whatever a clock says.
      if (!next.ok && next.error !== 'clock-went-back') return against('numbing', next.error);
      return ok([{ kind: 'visit-step', visitId, person, step, by: held.choices.operator }]);
    });
  },
  'choose-adjunct': async ({ held }, { adjunct, lot, product, prescriber }) => {
    const refusals = adjunctRefusals(adjunct, lot, prescriber?.by);
    if (refusals.length > 0) return refuse(careRefusals(refusals));
    const { id, standing } = adjunctNamed(adjunct);
    const needed = standing === 'needs-prescriber' ? prescriber : undefined;
    const signed = needed && await signsToo(held, needed, 'permit-adjunct');
    if (signed !== undefined && !signed.ok) return signed;
    return writeAtVisit(held, ({ visit: { visitId, person } }) => ok([{
      kind: 'adjunct-chosen', visitId, person, adjunct: id, standing, lot,
      by: held.choices.operator,
      ...(product === undefined ? {} : { product }),
      ...(signed === undefined ? {} : { signedBy: signed.value }),
    }]));
  },
  'scan-cartridge': ({ held }, scanned) => scanPackage(held, scanned),
  'close-visit': ({ held }, { outcome, remarks }) =>
    writeAtVisit(held, ({ ground, visit }) => {
      const { visitId, person, opened } = visit;
      const wasTreated = treatedAt(ground, visit).length > 0;
      if (wasTreated && outcome === 'not-treated') return against('visit', 'was-treated');
      if (!wasTreated && outcome === 'treated') return against('visit', 'was-not-treated');
      const ids = ground.needled.filter(({ at, person: who }) => who === person && at >= opened.at)
        .map(({ treatmentId }) => treatmentId);
      return ok([{
        kind: 'visit-closed', visitId, person, by: held.choices.operator,
        outcome: outcome ?? (wasTreated ? 'treated' : 'not-treated'),
        treatmentIds: [...new Set(ids)], ...(remarks === undefined ? {} : { remarks }),
      }]);
    }).then((done) => (done.ok ? DONE : done)),
  'read-label': ({ held }, { device, purpose }) => {
    showChart(held);
    const caseFile = held.heldCase?.caseFile;
    const { bornOn, fitzpatrick: skinType } = caseFile ?? {};
    const years = bornOn === undefined ? undefined : ageYears(bornOn, today());
    const lines = held.draft.areas.map(({ area, side }) => {
      const verdict = judgeLabel({ device, area, purpose, skinType, ageYears: years });
      return verdict.kind === 'on-label'
        ? { area, side, onLabel: true, filing: verdict.by.filing, reasons: [] }
        : {
          area, side, onLabel: false, filing: verdict.nearest?.filing, reasons: verdict.reasons,
        };
    });
    return ok({ kind: 'label', lines });
  },
};
