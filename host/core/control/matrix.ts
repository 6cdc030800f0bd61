// The machine on one page: every phase meets every event. A missing cell does not compile, a new
// event breaks every row until somebody has thought about it, and to ignore is written `stay`.

import type { Telemetry } from '../../../protocol/from-pen.ts';
import { loadingAnswered, readyHeard, reservationSynced, startArming } from './arming.ts';
import { armedHeard, runningHeard } from './train.ts';
import { clear, clearAlarms, clearingAnswered } from './clearing.ts';
import { endingAnswered, endingHeard, endingTicked, startEnding, startReading } from './ending.ts';
import { energyTold } from './energy-told.ts';
import type { ControlEvent, ControlEventKind } from './event.ts';
import { fail } from './failing.ts';
import { finish, linked, linkLost } from './linking.ts';
import { notNow, type Step, stay } from './parts.ts';
import { lookedAtRoom } from './room.ts';
import type { Control, Phase, PhaseKind } from './state.ts';
import {
  stopAgain,
  stoppingAnswered,
  stoppingHeard,
  stoppingTicked,
  stopPen,
} from './stopping.ts';

type PhaseOf<Kind extends PhaseKind> = Extract<Phase, { readonly kind: Kind }>;
type EventOf<Kind extends ControlEventKind> = Extract<ControlEvent, { readonly kind: Kind }>;

/** What was heard before this event, for comparisons of two moments. */
export interface Context {
  readonly before: Telemetry | undefined;
}

type Cell<P extends PhaseKind, E extends ControlEventKind> = (
  control: Control,
  event: EventOf<E>,
  phase: PhaseOf<P>,
  context: Context,
) => Step;

type Matrix = {
  readonly [P in PhaseKind]: { readonly [E in ControlEventKind]: Cell<P, E> };
};

const relink = (control: Control, event: EventOf<'linked'>): Step => linked(control, event.pen);
const told = (control: Control, event: EventOf<'energy'>): Step =>
  energyTold(control, event.energy);
const lost = (control: Control, event: EventOf<'link-lost'>): Step =>
  linkLost(control, event.why);
const stop = (control: Control, event: EventOf<'stop'>): Step =>
  stopPen(control, { kind: 'operator', by: event.by });
const trouble = (control: Control, event: EventOf<'host-trouble'>): Step =>
  stopPen(control, { kind: 'host', why: event.why });
const broken = (control: Control, event: EventOf<'journal-failed'>): Step =>
  fail(control, event.why);
const close = (control: Control, event: EventOf<'finish'>): Step =>
  finish(control, event.outcome, event.by);
const no = (control: Control, event: ControlEvent): Step => notNow(control, event.kind);
const looked = (control: Control, event: EventOf<'room'>): Step => lookedAtRoom(control, event);
const again = (control: Control, event: EventOf<'stop'>): Step => stopAgain(control, event.by);
/** A stop is sent whatever the treatment and the link are, and repeated. */
const stopBlind = (control: Control): Step => ({ control, effects: [{ kind: 'stop' }] });

/** The rows are phases, the columns events. */
export const MATRIX: Matrix = {
  unlinked: {
    linked: relink,
    'link-lost': stay,
    heard: stay,
    vitals: stay,
    energy: stay,
    answered: stay,
    unanswered: stay,
    'grant-refused': stay,
    room: looked,
    arm: no,
    'end-area': no,
    stop: again,
    clear: no,
    finish: close,
    pedal: stay,
    synced: stay,
    'journal-failed': broken,
    'host-trouble': stopBlind,
    tick: stay,
  },
  ready: {
    linked: relink,
    'link-lost': lost,
    heard: (control, event, _phase, { before }) => readyHeard(control, event.telemetry, before),
    vitals: stay,
    energy: told,
    answered: stay, // what it says is taken in whatever the phase
    unanswered: stay,
    'grant-refused': stay,
    room: looked,
    arm: startArming,
    'end-area': no,
    stop,
    clear: (control, event) => clearAlarms(control, event.by),
    finish: close,
    pedal: stay,
    synced: stay,
    'journal-failed': broken,
    'host-trouble': trouble,
    tick: stay,
  },
  reserving: {
    linked: relink,
    'link-lost': lost,
    heard: stay,
    vitals: stay,
    energy: told,
    answered: stay,
    unanswered: stay,
    'grant-refused': stay,
    room: looked,
    arm: no,
    // The pen knows nothing of it yet; the reservation is settled by the ledger at nothing.
    'end-area': (control, _event, { arming }) => startReading(control, arming),
    stop,
    clear: no,
    finish: no,
    pedal: stay,
    synced: (control, event, phase) => reservationSynced(control, phase, event.token),
    'journal-failed': broken,
    'host-trouble': trouble,
    tick: stay,
  },
  loading: {
    linked: relink,
    'link-lost': lost,
    heard: stay,
    vitals: stay,
    energy: told,
    answered: (control, event, phase) =>
      loadingAnswered(control, phase, event.ticket, event.answer),
    unanswered: stay, // the link is lost with it
    'grant-refused': stay,
    room: looked,
    arm: no,
    'end-area': no,
    stop,
    clear: no,
    finish: no,
    pedal: stay,
    synced: stay,
    'journal-failed': broken,
    'host-trouble': trouble,
    tick: stay,
  },
  armed: {
    linked: relink,
    'link-lost': lost,
    heard: (control, event, phase) => armedHeard(control, phase, event.telemetry, event.lagMs),
    vitals: stay,
    energy: told,
    answered: stay,
    unanswered: stay,
    'grant-refused': stay,
    room: looked,
    arm: no,
    'end-area': (control, _event, { arming }) => startEnding(control, arming),
    stop,
    clear: no,
    finish: no,
    pedal: stay,
    synced: stay,
    'journal-failed': broken,
    'host-trouble': trouble,
    tick: stay,
  },
  running: {
    linked: relink,
    'link-lost': lost,
    heard: (control, event, phase, { before }) =>
      runningHeard(control, phase, event.telemetry, before, event.lagMs),
    vitals: stay,
    energy: told,
    answered: stay,
    unanswered: stay,
    'grant-refused': stay, // nothing moves on a refused grant; the hold lapses
    room: looked,
    arm: no,
    'end-area': no, // first let go of the trigger
    stop,
    clear: no,
    finish: no,
    pedal: stay, // the next telemetry, ten milliseconds on, finds the hold gone
    synced: stay,
    'journal-failed': broken,
    'host-trouble': trouble,
    tick: stay,
  },
  ending: {
    linked: relink,
    'link-lost': lost,
    heard: (control, event, phase) => endingHeard(control, phase, event.telemetry),
    vitals: stay,
    energy: told,
    answered: (control, event, phase) =>
      endingAnswered(control, phase, event.ticket, event.answer),
    unanswered: stay,
    'grant-refused': stay,
    room: looked,
    arm: no,
    'end-area': stay,
    stop,
    clear: no,
    finish: no,
    pedal: stay,
    synced: stay,
    'journal-failed': broken,
    'host-trouble': trouble,
    tick: (control, _event, phase) => endingTicked(control, phase),
  },
  stopping: {
    linked: relink,
    'link-lost': lost,
    heard: (control, event, phase) => stoppingHeard(control, phase, event.telemetry),
    vitals: stay,
    energy: told,
    answered: (control, event, phase) =>
      stoppingAnswered(control, phase, event.ticket, event.answer),
    unanswered: stay,
    'grant-refused': stay,
    room: looked,
    arm: no,
    'end-area': no,
    stop: again,
    clear: no,
    finish: no,
    pedal: stay,
    synced: stay,
    'journal-failed': broken,
    'host-trouble': stay,
    tick: (control, _event, phase) => stoppingTicked(control, phase),
  },
  latched: {
    linked: relink,
    'link-lost': lost,
    heard: stay,
    vitals: stay,
    energy: told,
    answered: stay,
    unanswered: stay,
    'grant-refused': stay,
    room: looked,
    arm: no,
    'end-area': no,
    stop: again,
    clear: (control, event, phase) => clear(control, phase, event.by),
    finish: close,
    pedal: stay,
    synced: stay,
    'journal-failed': broken,
    'host-trouble': stay,
    tick: stay,
  },
  clearing: {
    linked: relink,
    'link-lost': lost,
    heard: stay,
    vitals: stay,
    energy: told,
    answered: (control, event, phase) =>
      clearingAnswered(control, phase, event.ticket, event.answer),
    unanswered: stay,
    'grant-refused': stay,
    room: looked,
    arm: no,
    'end-area': no,
    stop,
    clear: stay,
    finish: no,
    pedal: stay,
    synced: stay,
    'journal-failed': broken,
    'host-trouble': trouble,
    tick: stay,
  },
  finished: {
    linked: stay,
    'link-lost': stay,
    heard: stay,
    vitals: stay,
    energy: stay,
    answered: stay,
    unanswered: stay,
    'grant-refused': stay,
    room: stay,
    arm: no,
    'end-area': no,
    stop: stopBlind,
    clear: no,
    finish: no,
    pedal: stay,
    synced: stay,
    'journal-failed': broken,
    'host-trouble': stay,
    tick: stay,
  },
  failed: {
    linked: stay,
    'link-lost': stay,
    heard: stay,
    vitals: stay,
    energy: stay,
    answered: stay,
    unanswered: stay,
    'grant-refused': stay,
    room: stay,
    arm: no,
    'end-area': no,
    stop: stopBlind,
    clear: no,
    finish: no,
    pedal: stay,
    synced: stay,
    'journal-failed': stay,
    'host-trouble': stay,
    tick: stay,
  },
};
