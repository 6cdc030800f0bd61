/**
 * A host of the walk: the real link session and the real control as one machine. What it wants of
 * the world becomes frames for the wire and lines for the journal. While it makes a link, and when
 * it asks for the pen's clock, its questions are answered at once; all else takes its way.
 */
import { type Host, type HostEvent, type hostStep, NEW_HOST } from '../../host/loop/host-step.ts';
import type { NoteGiven } from '../../host/journal/index.ts';
import { NO_DOUBTS } from '../../host/core/watch.ts';
import type { LinkedPen, Talk } from '../../host/link/session-state.ts';
import type { Control, Heard as PenHeard } from '../../host/core/control/state.ts';
import { PAGE } from '../../protocol/from-pen.ts';
import { penMs, strokes } from '../../protocol/units.ts';
import { TOP } from './nonces.ts';
import { cross, type ToHostBurst, type ToPenFrame } from './wire.ts';

/** A host in one of its lives; without one it has crashed. */
export interface HostLife {
  readonly life: number;
  readonly host: Host | undefined;
}

/** What a host came to and wants. */
export interface HostStep {
  readonly life: HostLife;
  /** Frames for the wire; a STOP overtakes what waits there. */
  readonly sent: readonly ToPenFrame[];
  /** Questions that are answered at once. */
  readonly atOnce: readonly ToPenFrame[];
  readonly notes: readonly NoteGiven[];
  /** The pen, of a host that has met it and has no treatment yet. */
  readonly met: LinkedPen | undefined;
}

/** The host's one step, or a twin of it that has forgotten a rule. */
export type HostReducer = typeof hostStep;

/** How a host is stepped, and whether its questions to the pen's pages travel like the rest. */
export interface How {
  readonly reduce: HostReducer;
  readonly readsTravel: boolean;
}

/** A host that was just started. */
export const bornHost = (life: number): HostLife => ({ life, host: NEW_HOST });

interface Doing {
  host: Host;
  readonly sent: ToPenFrame[];
  readonly atOnce: ToPenFrame[];
  readonly notes: NoteGiven[];
  met: LinkedPen | undefined;
}

/** One event, and those that follow from it without anybody else. */
export function hostReacts(
  { life, host }: HostLife,
  events: readonly HostEvent[],
  elapsedMs: number,
  how: How,
): HostStep {
  const nothing = { sent: [], atOnce: [], notes: [], met: undefined };
  if (host === undefined) return { life: { life, host }, ...nothing };
  const doing: Doing = { host, sent: [], atOnce: [], notes: [], met: undefined };
  events.forEach((event, index) => act(doing, event, index === 0 ? elapsedMs : 0, how));
  const { sent, atOnce, notes, met } = doing;
  return { life: { life, host: doing.host }, sent, atOnce, notes, met };
}

function act(doing: Doing, event: HostEvent, elapsedMs: number, how: How): void {
  const step = how.reduce(doing.host, event, elapsedMs);
  doing.host = step.host;
  for (const effect of step.effects) {
    switch (effect.kind) {
      case 'send': {
        const { message, header, binding } = effect;
        const kind = message.kind === 'grant' ? 'grant-to-pen' : 'to-pen';
        const frame: ToPenFrame = { kind, message, header, binding };
        (isAtOnce(doing.host, frame, how.readsTravel) ? doing.atOnce : doing.sent).push(frame);
        break;
      }
      case 'draw-nonce':
        act(doing, { kind: 'greet', hostNonce: TOP }, 0, how);
        break;
      case 'note':
        doing.notes.push(effect.note);
        break;
      case 'met':
        doing.met = effect.pen;
        break;
      case 'refuse':
        break;
    }
  }
}

function isAtOnce(
  { session }: Host,
  { message }: ToPenFrame,
  readsTravel: boolean,
): boolean {
  if (message.kind === 'join') return true;
  if (message.kind !== 'read') return false;
  const { link } = session;
  return !readsTravel || message.page === PAGE.clock || (link.kind === 'open' && !link.talk.joined);
}

/** What the decoder makes of a burst, as events. */
export const eventsOf = (burst: ToHostBurst): readonly HostEvent[] =>
  cross(burst, 0).heard.map(({ message, header }) => ({ kind: 'frame', message, header }));

/** Numbers of what was sent begin above every number that is still remembered. */
const FRESH = 1_000;

/** A host without what it will never look at again, so that equal situations are equal. */
export function tidyHost({ life, host }: HostLife): HostLife {
  if (host === undefined) return { life, host };
  const { link } = host.session;
  const open = link.kind === 'open' ? { kind: 'open' as const, talk: tidyTalk(link.talk) } : link;
  const control = host.control && tidyControl(host.control);
  return {
    life,
    host: {
      ...host,
      session: { ...host.session, link: open },
      control,
      // A treatment that begins has not waited for anything yet.
      controlOwedMs: control === undefined ? 0 : host.controlOwedMs,
    },
  };
}

function tidyTalk(talk: Talk): Talk {
  const clock = talk.clock && {
    ...talk.clock,
    offsetMs: talk.clock.offsetMs + talk.ageMs,
    sampleAgeMs: 0,
  };
  const pending = talk.pending && { ...talk.pending, ageMs: 0 };
  const pages = talk.joined ? {} : talk.pages;
  return { ...talk, seq: FRESH, ageMs: 0, sinceClockMs: 0, clock, pending, pages };
}

const OVER: ReadonlySet<string> = new Set(['unlinked', 'finished', 'failed']);

function tidyControl(control: Control): Control {
  const over = OVER.has(control.phase.kind);
  return {
    ...control,
    nextTicket: FRESH,
    nextArmingId: FRESH,
    phase: tidyPhase(control.phase),
    heard: control.heard && (over ? forgotten(control.heard) : dated(control.heard)),
    watch: over ? NO_DOUBTS : control.watch,
  };
}

/** How long a phase has lasted is asked of a withdrawal that has not been proven yet, and shown. */
const tidyPhase = (phase: Control['phase']): Control['phase'] =>
  phase.kind === 'stopping' || (phase.kind === 'ending' && phase.step === 'reading')
    ? { ...phase, sinceMs: 0 }
    : phase;

/** Before every instant of the pen's clock in the walk. */
const LONG_AGO_PEN_MS = penMs(9_000);

/** When the newest telemetry was made matters to the grant that rests on it, and that is sent. */
const dated = (heard: PenHeard): PenHeard =>
  heard.telemetry === undefined
    ? heard
    : { ...heard, telemetry: { ...heard.telemetry, penMs: LONG_AGO_PEN_MS } };

/** What was heard on a link that is gone is replaced, whole, when there is another. */
const forgotten = (heard: PenHeard): PenHeard => ({
  ...heard,
  telemetry: undefined,
  telemetryAgeMs: 0,
  roundTripMs: undefined,
  ledger: { ...heard.ledger, strokes: strokes(0) },
});

/** Whether the host would ask for the pen's clock, if it were time to. */
export function mayAskClock({ host }: HostLife): boolean {
  const link = host?.session.link;
  return link?.kind === 'open' && link.talk.joined && link.talk.pending === undefined
    && link.talk.waiting.length === 0;
}

/** The same host, for which it is time to ask for the clock. */
export function dueForClock(life: HostLife): HostLife {
  const { host } = life;
  if (host?.session.link.kind !== 'open') return life;
  const talk: Talk = { ...host.session.link.talk, sinceClockMs: 1_000 };
  const session = { ...host.session, link: { kind: 'open' as const, talk } };
  return { ...life, host: { ...host, session } };
}
