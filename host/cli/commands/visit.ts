// The visit from the command line: opened, its steps noted by whoever did them, and closed. What an
// act is allowed to do is decided by the act; here is what was typed, and what is said of it.

import type { Modality } from '../../core/care/modality/modality.ts';
import { modalityLabel } from '../../core/care/modality/modality.ts';
import {
  chooseAdjunct as choose, closeVisit as close, endNumbing as end, openVisit as open,
  startNumbing as start, tellTreatment, tickSteps as tick, type Ticked, type VisitOutcome,
} from '../../care/acts/visit.ts';
import { EXIT } from '../exit-code.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { skinsOf } from '../skins-typed.ts';
import { acting, actRefused, claimOf, type VisitGiven } from '../visit-ground.ts';

/** How a visit is opened, as typed. */
export interface OpeningSaid {
  readonly room?: string | undefined;
  readonly modality?: Modality;
  readonly seriesId?: string | undefined;
}

/** Opens a visit; one that is open today already goes on. */
export const openVisit = (given: VisitGiven, said: OpeningSaid = {}): Promise<Outcome> =>
  acting(given, async (ground) => {
    const { room, modality = 'automated', seriesId } = said;
    const opened = await open(ground, { room, modality, seriesId });
    if (!opened.ok) return actRefused(opened.error);
    const { person } = given;
    const { visitId } = opened.value;
    return done([`The visit ${visitId} of ${person} is open. What comes next: `
      + `"corium visit show ${person}".`], { ok: true, visitId });
  });

/** Notes that steps were done. */
export const tickSteps = (given: VisitGiven, steps: readonly Ticked[]): Promise<Outcome> =>
  acting(given, async (ground) => {
    const ticked = await tick(ground, steps);
    return ticked.ok
      ? done([`Noted: ${steps.join(', ')}.`], { ok: true, steps })
      : actRefused(ticked.error);
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
  acting(given, async (ground) => {
    const skins = skinsOf(typed.areas);
    if (!skins.ok) return failed(EXIT.usage, skins.error);
    const most = await start(ground, { ...typed, skins: skins.value });
    if (!most.ok) return actRefused(most.error);
    const line = 'Numbing cream is on the skin; look after 30 min, off after '
      + `${String(most.value)} min.`;
    return done([line], { ok: true, minutesMost: most.value });
  });

/** Notes that it was taken off, or that the skin was cleaned after. */
export const endNumbing = (given: VisitGiven, kind: 'removed' | 'cleaned'): Promise<Outcome> =>
  acting(given, async (ground) => {
    const ended = await end(ground, kind);
    if (!ended.ok) return actRefused(ended.error);
    return done([kind === 'removed'
      ? 'The cream is off; clean the skin, and note it with '
        + `"corium visit numbing clean ${given.person}".`
      : 'The skin is clean.'], { ok: true });
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
  acting(given, async (ground, { gate, asker }) => {
    const { id, lot, product } = typed;
    const prescriber = typed.prescriber === undefined
      ? undefined
      : await claimOf(gate, asker, typed.prescriber);
    if (prescriber?.ok === false) return prescriber.error;
    const chosen = await choose(ground, { id, lot, product, prescriber: prescriber?.value });
    return chosen.ok
      ? done([`Noted: ${chosen.value}, lot ${lot ?? ''}.`], { ok: true })
      : actRefused(chosen.error);
  });

/** A treatment by hand, as typed. */
export interface ToldSaid {
  readonly device: string;
  readonly areas: readonly string[];
  /** In millimetres, as the dial said. */
  readonly depthMm: number | undefined;
  readonly passes: number | undefined;
  readonly lot: string | undefined;
}

/** Notes a treatment with a pen that enforces nothing. */
export const tellByHand = (given: VisitGiven, typed: ToldSaid): Promise<Outcome> =>
  acting(given, async (ground) => {
    const skins = skinsOf(typed.areas);
    if (!skins.ok) return failed(EXIT.usage, skins.error);
    const { device, depthMm, passes, lot } = typed;
    const areas = skins.value.map(({ area, side }) => ({
      area, side,
      ...(depthMm === undefined ? {} : { depthUmSet: Math.round(depthMm * 1_000) }),
      ...(passes === undefined ? {} : { passes }),
      ...(lot === undefined ? {} : { cartridgeLot: lot }),
    }));
    const told = await tellTreatment(ground, { modality: 'dumb', device, areas });
    if (!told.ok) return actRefused(told.error);
    const lines = [
      'Written down. It counts for what is due and for how often.',
      `${modalityLabel('dumb')}.`,
    ];
    return done(lines, { ok: true, modality: 'dumb', areas });
  });

/** Closes the visit; what it treated is looked up and not asked. */
export const closeVisit = (
  given: VisitGiven,
  outcome: VisitOutcome | undefined,
  remarks: string | undefined,
): Promise<Outcome> =>
  acting(given, async (ground) => {
    const closed = await close(ground, outcome, remarks);
    return closed.ok
      ? done([`The visit is closed: ${closed.value.replace('-', ' ')}.`],
        { ok: true, outcome: closed.value })
      : actRefused(closed.error);
  });
