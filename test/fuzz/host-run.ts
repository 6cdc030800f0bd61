/**
 * The host's end of a link session under noise: its decoder and `session.ts`, as the pipeline joins
 * them. Noise may count as dropped and may lead to nothing else: no frame sent, no report, no
 * change of the link; and every move of the rehearsal leads to what it led to without noise.
 */
import { isDeepStrictEqual } from 'node:util';
import { sessionStep } from '../../host/link/session.ts';
import {
  CLOSED_SESSION,
  type Session,
  type SessionEffect,
  type SessionEvent,
  type SessionReport,
} from '../../host/link/session-state.ts';
import { createDeframer } from '../../protocol/deframe.ts';
import { type End, type Living, runEnd } from './gap.ts';
import type { HostMove, Rehearsal } from './rehearsal.ts';
import { countDrop, emptyTally, note, type Tally } from './tally.ts';
import type { Task } from './task.ts';

/** The reducer that is judged; a test gives one with a rule missing. */
export type SessionReducer = typeof sessionStep;

interface Led {
  readonly effects: readonly SessionEffect[];
  readonly reports: readonly SessionReport[];
}

interface Host {
  session: Session;
  /** What the present move or gap has led to. */
  led: { effects: SessionEffect[]; reports: SessionReport[] };
}

const nothing = (): Host['led'] => ({ effects: [], reports: [] });

function createHost(reduce: SessionReducer, tally: Tally) {
  const host: Host = { session: CLOSED_SESSION, led: nothing() };
  const tell = (event: SessionEvent, elapsedMs: number): void => {
    const { drops } = host.session;
    const step = reduce(host.session, event, elapsedMs);
    host.session = step.session;
    host.led.effects.push(...step.effects);
    host.led.reports.push(...step.reports);
    if (step.session.drops !== drops) countSessionDrop(tally, drops, step.session.drops);
  };
  const deframer = createDeframer({
    heard: (message, { session, seq, ack }) =>
      tell({ kind: 'frame', message, header: { session, seq, ack } }, 0),
    dropped: (why) => countDrop(tally, why),
  });
  const move = (made: HostMove | undefined): Led => {
    host.led = nothing();
    if (made?.kind === 'bytes') deframer.push(made.bytes);
    if (made?.kind === 'tell') tell(made.event, made.elapsedMs);
    return host.led;
  };
  return { host, hear: deframer.push, move };
}

function countSessionDrop(tally: Tally, before: Session['drops'], after: Session['drops']): void {
  for (const [why, times] of Object.entries(after)) {
    if (times !== before[why as keyof Session['drops']]) countDrop(tally, why);
  }
}

/** What every move leads to when there is no noise. */
function rehearsed(talk: Rehearsal): { readonly led: readonly Led[]; readonly last: Session } {
  const { host, move } = createHost(sessionStep, emptyTally());
  return { led: talk.host.map((made) => move(made)), last: host.session };
}

/** A move in a word. */
const sayMove = (made: HostMove | undefined): string =>
  made?.kind === 'bytes' ? Buffer.from(made.bytes).toString('hex') : made?.event.kind ?? 'none';

const bare = ({ link, stopping }: Session): unknown => ({ link, stopping });

const living = (talk: Rehearsal, tally: Tally, reduce: SessionReducer): Living => {
  const { host, hear, move } = createHost(reduce, tally);
  const should = rehearsed(talk);
  return {
    hear,
    watch: () => {
      const { link, stopping } = host.session;
      host.led = nothing();
      return () => {
        const { effects, reports } = host.led;
        const still = host.session.link === link && host.session.stopping === stopping;
        if (still && effects.length + reports.length === 0) return;
        note(tally, 'acted', `host: ${JSON.stringify({ effects, reports, changed: !still })}`);
      };
    },
    move: (n) => {
      const made = talk.host[n];
      const led = move(made);
      if (made?.kind === 'bytes') tally.good += 1;
      if (!isDeepStrictEqual(led, should.led[n])) {
        note(tally, 'lost', `host, move ${n}, ${sayMove(made)}, led to something else`);
      } else if (made?.kind === 'bytes') tally.heard += 1;
    },
    end: () => {
      if (!isDeepStrictEqual(bare(host.session), bare(should.last))) {
        note(tally, 'acted', 'host: the session did not end as without noise');
      }
    },
  };
};

/** Runs the host's end under so many bytes of noise of one kind. */
export function runHost(task: Task, reduce: SessionReducer = sessionStep): Tally {
  const end: End = {
    sender: 'pen',
    bytesOf: (talk, n) => {
      const made = talk.host[n];
      return made?.kind === 'bytes' ? made.bytes : undefined;
    },
    moves: (talk) => talk.host.length,
    live: (talk, tally) => living(talk, tally, reduce),
  };
  return runEnd(end, task);
}
