// The visit from the command line: opened, its steps noted by whoever did them, and closed. Every
// line is somebody's; nothing is ticked by default, and nothing is ticked for somebody else.

import { randomBytes } from 'node:crypto';
import { treatedAt } from '../../care/chart-ground.ts';
import { adjunctAgainst, adjunctNamed, ADJUNCTS } from '../../core/care/visit/adjuncts.ts';
import { numbingSentence, numbingStep, type NumbingEvent } from '../../core/care/visit/numbing.ts';
import { visitToday } from '../../core/care/visit/visit-standing.ts';
import { applicationOf, minuteOf, numbingOf } from '../../core/care/visit/visit-numbing.ts';
import { formatDay } from '../../core/day.ts';
import type { EntryOf, NoteGiven } from '../../journal/index.ts';
import { mm2 } from '../../../protocol/units.ts';
import { ok } from '../../../protocol/result.ts';
import { EXIT } from '../exit-code.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { skinsOf } from '../skins-typed.ts';
import { type Acting, acting, recognised, said, type VisitGiven, write, writeAtVisit }
  from '../visit-ground.ts';

const told = ({ remarks }: Acting, line: string, document: object = {}): Outcome => ({
  ...done([line], { ok: true, ...document, remarks }), complaints: remarks,
});

/** Opens a visit; one that is open today already goes on. */
export const openVisit = (given: VisitGiven, room: string | undefined): Promise<Outcome> =>
  acting(given, 'open-visit', async (asked) => {
    const { person, by, today } = asked;
    const visitId = `v-${randomBytes(5).toString('hex')}`;
    const written = await write(asked, ({ facts }) => {
      const open = visitToday(facts, person, today);
      if (open !== undefined) {
        return said(`The visit ${open.visitId} of ${person} is open today; go on with it, or `
          + `close it with "corium visit close ${person}".`);
      }
      return ok([{
        kind: 'visit-opened', visitId, person, on: formatDay(today), modality: 'automated',
        ...(room === undefined ? {} : { room }), by,
      }]);
    });
    if (!written.ok) return written.error;
    return told(asked, `The visit ${visitId} of ${person} is open. What comes next: `
      + `"corium visit show ${person}".`, { visitId });
  });

/** The steps that are ticked by a word. */
export const TICKED = ['reprocessed', 'barrier', 'package-intact', 'eye-shield'] as const;

/** One of them. */
export type Ticked = (typeof TICKED)[number];

/** Notes that steps were done. */
export const tickSteps = (given: VisitGiven, steps: readonly Ticked[]): Promise<Outcome> =>
  acting(given, 'tick-visit-step', async (asked) => {
    const { person, by } = asked;
    const written = await writeAtVisit(asked, ({ visit: { visitId } }) =>
      ok(steps.map((step): NoteGiven => ({ kind: 'visit-step', visitId, person, step, by }))));
    return written.ok ? told(asked, `Noted: ${steps.join(', ')}.`, { steps }) : written.error;
  });

/** What was put on, as typed. */
export interface NumbingSaid {
  readonly product: string;
  /** In per cent, such as 4 or 2.5. */
  readonly strength: number;
  readonly grams: number;
  readonly cm2: number;
  readonly areas: readonly string[];
  /** How long the label lets it stay. */
  readonly minutes: number | undefined;
}

/** Notes that numbing cream was put on. */
export const startNumbing = (given: VisitGiven, typed: NumbingSaid): Promise<Outcome> =>
  acting(given, 'tick-visit-step', async (asked) => {
    const { person, by, staff } = asked;
    const skins = skinsOf(typed.areas);
    if (!skins.ok) return failed(EXIT.usage, skins.error);
    const at = staff.world.nowIso();
    const line = {
      kind: 'visit-step', person, step: 'numbing-applied', product: typed.product, by,
      strengthCentiPercent: Math.round(typed.strength * 100),
      milligrams: Math.round(typed.grams * 1_000),
      sizeMm2: mm2(Math.round(typed.cm2 * 100)),
      areas: skins.value,
      ...(typed.minutes === undefined ? {} : { labelMinutesMax: typed.minutes }),
    } as const;
    const event: NumbingEvent = { kind: 'applied', application: applicationOf({ ...line, at }) };
    const written = await writeAtVisit(asked, ({ visit, needled }) => {
      const next = numbingStep(numbingOf(visit.steps, needled), event);
      if (!next.ok) return said(numbingSentence(next.error));
      return ok([{ ...line, visitId: visit.visitId }]);
    });
    const most = typed.minutes ?? 60;
    return written.ok
      ? told(asked, `Numbing cream is on the skin; look after 30 min, off after ${most} min.`)
      : written.error;
  });

/** Notes that it was taken off, or that the skin was cleaned after. */
export const endNumbing = (
  given: VisitGiven,
  kind: 'removed' | 'cleaned',
): Promise<Outcome> =>
  acting(given, 'tick-visit-step', async (asked) => {
    const { person, by, staff } = asked;
    const event = { kind, minute: minuteOf(staff.world.nowIso()) } as const;
    const step = kind === 'removed' ? 'numbing-removed' : 'cleaned';
    const written = await writeAtVisit(asked, ({ visit, needled }) => {
      const next = numbingStep(numbingOf(visit.steps, needled), event);
      // Cream that is off may be written down whatever a clock says.
      const isOff = !next.ok && next.error === 'clock-went-back';
      if (!next.ok && !isOff) return said(numbingSentence(next.error));
      return ok([{ kind: 'visit-step', visitId: visit.visitId, person, step, by }]);
    });
    if (!written.ok) return written.error;
    return told(asked, kind === 'removed'
      ? `The cream is off; clean the skin, and note it with "corium visit numbing clean ${person}".`
      : 'The skin is clean.');
  });

/** What is used on the skin, as typed. */
export interface AdjunctSaid {
  readonly id: string;
  readonly lot: string | undefined;
  readonly product: string | undefined;
  readonly prescriber: string | undefined;
}

/** Notes what is used together with the needle, if it may be. */
export const chooseAdjunct = (given: VisitGiven, typed: AdjunctSaid): Promise<Outcome> =>
  acting(given, 'choose-adjunct', async (asked) => {
    const { person, by, staff } = asked;
    const { id, lot, product, prescriber } = typed;
    const adjunct = adjunctNamed(id);
    const against = adjunctAgainst({ id, lot, prescriber });
    if (against.length > 0) {
      const known = ADJUNCTS.filter(({ standing }) => standing !== 'blocked').map((one) => one.id);
      const list = adjunct.id === 'unknown' ? [`Known are ${known.join(', ')}.`] : [];
      return failed(EXIT.refused, [...against, ...list]);
    }
    if (adjunct.standing === 'needs-prescriber' && prescriber !== undefined) {
      const may = await recognised(staff, prescriber, 'permit-adjunct');
      if (!may.ok) return may.error;
    }
    const written = await writeAtVisit(asked, ({ visit: { visitId } }) => ok([{
      kind: 'adjunct-chosen', visitId, person, adjunct: adjunct.id, standing: adjunct.standing, by,
      ...(product === undefined ? {} : { product }),
      ...(lot === undefined ? {} : { lot }),
      ...(prescriber === undefined ? {} : { signedBy: prescriber }),
    }]));
    return written.ok ? told(asked, `Noted: ${adjunct.name}, lot ${lot ?? ''}.`) : written.error;
  });

/** How a visit ended. */
export type VisitOutcome = EntryOf<'visit-closed'>['outcome'];

/** Closes the visit; what it treated is looked up and not asked. */
export const closeVisit = (
  given: VisitGiven,
  outcome: VisitOutcome | undefined,
  remarks: string | undefined,
): Promise<Outcome> =>
  acting(given, 'open-visit', async (asked) => {
    const { person, by } = asked;
    let closed: EntryOf<'visit-closed'>['outcome'] = 'not-treated';
    const written = await writeAtVisit(asked, ({ ground, visit }) => {
      const wasTreated = treatedAt(ground, visit).length > 0;
      if (wasTreated && outcome === 'not-treated') {
        return said('The journal says that this visit was treated; close it as treated or as '
          + 'stopped.');
      }
      if (!wasTreated && outcome === 'treated') {
        return said('The journal knows of nothing that this visit treated; close it as '
          + 'not-treated.');
      }
      closed = outcome ?? (wasTreated ? 'treated' : 'not-treated');
      const { visitId } = visit;
      const ids = ground.needled.filter(({ at, person: who }) =>
        who === person && at >= visit.opened.at).map(({ treatmentId }) => treatmentId);
      return ok([{
        kind: 'visit-closed', visitId, person, outcome: closed,
        treatmentIds: [...new Set(ids)], ...(remarks === undefined ? {} : { remarks }), by,
      }]);
    });
    return written.ok
      ? told(asked, `The visit is closed: ${closed.replace('-', ' ')}.`, { outcome: closed })
      : written.error;
  });
