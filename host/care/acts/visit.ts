// The acts of a visit: opened, its steps noted by whoever did them, and closed. Every line is
// somebody's; nothing is ticked by default, and nothing is ticked for somebody else.

import { randomBytes } from 'node:crypto';
import { adjunctAgainst, adjunctNamed, ADJUNCTS } from '../../core/care/visit/adjuncts.ts';
import { numbingSentence, numbingStep, type NumbingEvent } from '../../core/care/visit/numbing.ts';
import { visitToday } from '../../core/care/visit/visit-standing.ts';
import type { Modality } from '../../core/care/modality/modality.ts';
import { applicationOf, minuteOf, numbingOf } from '../../core/care/visit/visit-numbing.ts';
import { formatDay } from '../../core/day.ts';
import type { Skin } from '../../core/plan.ts';
import type { EntryOf, NoteGiven } from '../../journal/index.ts';
import { mm2 } from '../../../protocol/units.ts';
import { ok } from '../../../protocol/result.ts';
import type { Claim } from '../../staff/index.ts';
import { exchangeRooms } from '../../store/index.ts';
import { needledAt, treatedAt } from '../chart-ground.ts';
import { type Acted, type ActGround, alsoBy, asked, no, write, writeAtVisit, wrote }
  from './ground.ts';

/** How a visit is opened. */
export interface Opening {
  readonly room: string | undefined;
  readonly modality: Modality;
  readonly seriesId: string | undefined;
}

/** Opens a visit; one that is open today goes on. */
export const openVisit = (
  ground: ActGround,
  { room, modality, seriesId }: Opening,
): Acted<{ readonly visitId: string }> =>
  asked(ground, ['open-visit'], async (acting) => {
    const { person, by, today } = acting;
    await exchangeRooms(acting);
    const visitId = `v-${randomBytes(5).toString('hex')}`;
    return wrote(write(acting, ({ facts }) => {
      const open = visitToday(facts, person, today);
      if (open !== undefined) {
        return no('rules', 'visit-open', `The visit ${open.visitId} of ${person} is open today; go `
          + `on with it, or close it with "corium visit close ${person}".`);
      }
      if (seriesId !== undefined && !facts.series.has(seriesId)) {
        return no('rules', 'no-series', `There is no series ${seriesId}; see "corium chart `
          + `${person}".`);
      }
      return ok([{
        kind: 'visit-opened', visitId, person, on: formatDay(today), modality,
        ...(room === undefined ? {} : { room }),
        ...(seriesId === undefined ? {} : { seriesId }),
        by,
      }]);
    }), () => ({ visitId }));
  });

/** The steps that are ticked by a word. */
export const TICKED = [
  'reprocessed', 'barrier', 'package-intact', 'eye-shield', 'pigment-plan',
] as const;

/** One of them. */
export type Ticked = (typeof TICKED)[number];

/** Notes that steps were done. */
export const tickSteps = (ground: ActGround, steps: readonly Ticked[]): Acted<undefined> =>
  asked(ground, ['tick-visit-step'], (acting) => {
    const { person, by } = acting;
    return wrote(writeAtVisit(acting, ({ visit: { visitId } }) =>
      ok(steps.map((step): NoteGiven => ({ kind: 'visit-step', visitId, person, step, by })))),
    () => undefined);
  });

/** What was put on. */
export interface NumbingGiven {
  readonly product: string;
  /** In per cent, such as 4 or 2.5. */
  readonly strength: number;
  readonly grams: number;
  readonly cm2: number;
  readonly skins: readonly Skin[];
  /** How long the label lets it stay. */
  readonly minutes: number | undefined;
}

/** Notes that numbing cream was put on; the answer is after how many minutes it has to be off. */
export const startNumbing = (ground: ActGround, given: NumbingGiven): Acted<number> =>
  asked(ground, ['tick-visit-step'], (acting) => {
    const { person, by, world } = acting;
    const { product, strength, grams, cm2, skins, minutes } = given;
    const line = {
      kind: 'visit-step', person, step: 'numbing-applied', product, by,
      strengthCentiPercent: Math.round(strength * 100),
      milligrams: Math.round(grams * 1_000),
      sizeMm2: mm2(Math.round(cm2 * 100)),
      areas: skins,
      ...(minutes === undefined ? {} : { labelMinutesMax: minutes }),
    } as const;
    const at = world.nowIso();
    const event: NumbingEvent = { kind: 'applied', application: applicationOf({ ...line, at }) };
    return wrote(writeAtVisit(acting, ({ visit, needled }) => {
      const next = numbingStep(numbingOf(visit.steps, needled), event);
      return next.ok
        ? ok([{ ...line, visitId: visit.visitId }])
        : no('rules', next.error, numbingSentence(next.error));
    }), () => minutes ?? 60);
  });

/** Notes that it was taken off, or that the skin was cleaned after. */
export const endNumbing = (ground: ActGround, kind: 'removed' | 'cleaned'): Acted<undefined> =>
  asked(ground, ['tick-visit-step'], (acting) => {
    const { person, by, world } = acting;
    const event = { kind, minute: minuteOf(world.nowIso()) } as const;
    const step = kind === 'removed' ? 'numbing-removed' : 'cleaned';
    return wrote(writeAtVisit(acting, ({ visit, needled }) => {
      const next = numbingStep(numbingOf(visit.steps, needled), event);
      // Cream that is off may be written down whatever a clock says.
      const isOff = !next.ok && next.error === 'clock-went-back';
      if (!next.ok && !isOff) return no('rules', next.error, numbingSentence(next.error));
      return ok([{ kind: 'visit-step', visitId: visit.visitId, person, step, by }]);
    }), () => undefined);
  });

/** What is used on the skin. */
export interface AdjunctGiven {
  readonly id: string;
  readonly lot: string | undefined;
  readonly product: string | undefined;
  /** The prescriber who signs for it, by however they show who they are. */
  readonly prescriber: Claim | undefined;
}

const claimName = (claim: Claim | undefined): string | undefined =>
  claim === undefined ? undefined
    : claim.kind === 'typed' ? claim.name
    : claim.kind === 'secret' ? claim.staffId : claim.signInId;

/** Notes what is used together with the needle, if it may be; the answer is its name. */
export const chooseAdjunct = (ground: ActGround, given: AdjunctGiven): Acted<string> =>
  asked(ground, ['choose-adjunct'], async (acting) => {
    const { person, by } = acting;
    const { id, lot, product, prescriber } = given;
    const adjunct = adjunctNamed(id);
    const against = adjunctAgainst({ id, lot, prescriber: claimName(prescriber) });
    if (against.length > 0) {
      const known = ADJUNCTS.filter(({ standing }) => standing !== 'blocked').map((one) => one.id);
      const list = adjunct.id === 'unknown' ? [`Known are ${known.join(', ')}.`] : [];
      return no('rules', `adjunct-${adjunct.standing}`, ...against, ...list);
    }
    const needs = adjunct.standing === 'needs-prescriber' && prescriber !== undefined;
    const signer = needs ? await alsoBy(acting, prescriber, 'permit-adjunct') : ok(undefined);
    if (!signer.ok) return signer;
    const { value: signedBy } = signer;
    return wrote(writeAtVisit(acting, ({ visit: { visitId } }) => ok([{
      kind: 'adjunct-chosen', visitId, person, adjunct: adjunct.id, standing: adjunct.standing, by,
      ...(product === undefined ? {} : { product }),
      ...(lot === undefined ? {} : { lot }),
      ...(signedBy === undefined ? {} : { signedBy }),
    }])), () => adjunct.name);
  });

/** What was done by hand, or with a pen that enforces nothing. */
export interface Told {
  readonly modality: Modality;
  readonly device: string;
  readonly areas: EntryOf<'treatment-told'>['areas'];
}

/** Notes a treatment that no journal proves: recorded, and plainly not enforced. */
export const tellTreatment = (ground: ActGround, told: Told): Acted<undefined> =>
  asked(ground, ['treat'], (acting) => {
    const { person, by } = acting;
    return wrote(writeAtVisit(acting, ({ visit: { visitId } }) =>
      ok([{ kind: 'treatment-told', visitId, person, ...told, by }])), () => undefined);
  });

/** How a visit ended. */
export type VisitOutcome = EntryOf<'visit-closed'>['outcome'];

/** Closes the visit; what it treated is looked up and not asked. */
export const closeVisit = (
  ground: ActGround,
  outcome: VisitOutcome | undefined,
  remarks: string | undefined,
): Acted<VisitOutcome> =>
  asked(ground, ['open-visit'], async (acting) => {
    const { person, by } = acting;
    let closed: VisitOutcome = 'not-treated';
    const done = await wrote(writeAtVisit(acting, ({ ground: chart, visit }) => {
      const wasTreated = treatedAt(chart, visit).length > 0;
      if (wasTreated && outcome === 'not-treated') {
        return no('rules', 'was-treated', 'The journal says that this visit was treated; close it '
          + 'as treated or as stopped.');
      }
      if (!wasTreated && outcome === 'treated') {
        return no('rules', 'was-not-treated', 'The journal knows of nothing that this visit '
          + 'treated; close it as not-treated.');
      }
      closed = outcome ?? (wasTreated ? 'treated' : 'not-treated');
      const ids = new Set(needledAt(chart, visit).map(({ treatmentId }) => treatmentId));
      return ok([{
        kind: 'visit-closed', visitId: visit.visitId, person, outcome: closed,
        treatmentIds: [...ids], ...(remarks === undefined ? {} : { remarks }), by,
      }]);
    }), () => closed);
    await exchangeRooms(acting);
    return done;
  });
