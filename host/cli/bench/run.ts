// One calibration for a window: the same steps in the same order as from a terminal, with a window
// in place of the keys. Whatever stands in the way is said before anything moves; whatever breaks
// off afterwards is in the journal, to be gone on with.

import { randomBytes } from 'node:crypto';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { calibrate } from '../../bench/calibrate.ts';
import { instrumentOf } from '../../core/gauge/registry.ts';
import { nameOfActor } from '../../core/staff/actor.ts';
import type { Day } from '../../core/day.ts';
import { readTyped } from '../../core/gauge/typed.ts';
import { explainFault, nodeWorld, type NoteGiven } from '../../journal/index.ts';
import { parsePenAddress, sayOpenRefusal } from '../../link/index.ts';
import { openInstruments } from '../calibrate/instruments.ts';
import { planToFollow } from '../calibrate/plan-choice.ts';
import { giveUp, prepare, type Ready, whyUnfit } from '../calibrate/ready.ts';
import { writeBegun, writeEnded } from '../calibrate/written.ts';
import { deskSentence, openGate } from '../../staff/index.ts';
import { HOST_VERSION } from '../../version.ts';
import { meetPen } from '../meet-pen.ts';
import type { BenchStartWish, FromBench, ToBench } from './api.ts';
import { askAll } from './asking.ts';
import { watchBench } from './watching.ts';
import { type All, type Begun, type Held, type Say, workOf } from './work.ts';

/** A calibration that a window leads. */
export interface WindowBench {
  readonly hear: (message: Exclude<ToBench, { readonly kind: 'start' }>) => void;
  /** Settles when nothing is left to be done and the journal is closed. */
  readonly over: Promise<void>;
}

/** Somebody stopped while it was asked whether to adjust. */
const STOPPED_DECIDING = 'Stopped by the technician, with the needles in.';

/** Begins it. */
export function beginBench(start: BenchStartWish, today: Day, say: Say): WindowBench {
  const held: Held = {
    asking: undefined, tell: undefined, typed: undefined, decide: undefined,
    stopDeciding: undefined, stopped: false,
  };
  return { hear: (message) => hear(held, say, message), over: run(start, today, say, held) };
}

function hear(
  held: Held,
  say: Say,
  message: Exclude<ToBench, { readonly kind: 'start' }>,
): void {
  switch (message.kind) {
    case 'answer':
      return held.asking?.answer(message.text);
    case 'back':
      if (held.asking === undefined) held.tell?.({ kind: 'back' });
      else held.asking.back();
      return;
    case 'confirm':
      return held.tell?.({ kind: 'confirm' });
    case 'typed':
      if (readTyped(message.text)?.unit === undefined) {
        say({ kind: 'said', sentence: `"${message.text}" is no reading; type one like 0.503 mm.` });
      } else held.typed?.(message.text.trim());
      return;
    case 'decide':
      return held.decide?.(message.adjust);
    case 'stop':
      held.stopped = true;
      held.asking?.stop();
      held.tell?.({ kind: 'stop', why: 'operator' });
      if (held.decide !== undefined) held.stopDeciding?.();
  }
}

type Away = Omit<Extract<FromBench, { readonly kind: 'turned-away' }>, 'kind'>;

const away = (by: Away['by'], ...sentences: readonly string[]): Result<never, Away> =>
  refuse({ by, sentences });

/** Who calibrates, by the gate of the house; a typed name counts where nobody signs in. */
async function whoMay(
  { dataDir, signInId, by }: BenchStartWish,
): Promise<Result<string, readonly string[]>> {
  const gate = openGate({ dataDir, world: nodeWorld(HOST_VERSION), place: 'console' });
  const claim = signInId === undefined
    ? { kind: 'typed', name: by } as const
    : { kind: 'sign-in', signInId } as const;
  const may = await gate.may(claim, { actions: ['calibrate-pen'] });
  return may.ok ? ok(nameOfActor(may.value)) : refuse(may.error.map(deskSentence));
}

async function run(start: BenchStartWish, today: Day, say: Say, held: Held): Promise<void> {
  const may = await whoMay(start);
  if (!may.ok) {
    say({ kind: 'turned-away', by: 'bench', sentences: may.error });
    return;
  }
  const ready = prepare({
    ...start,
    by: may.value,
    tachometer: start.tachometer,
    tachometerAt: start.tachometerAt,
    peaks: start.peaks,
    peaksAt: start.peaksAt,
    key: start.key,
    adjust: 'ask',
    scripted: false,
    json: false,
    today,
  });
  if (!ready.ok) {
    say({ kind: 'turned-away', by: 'bench', sentences: ready.error.complaints });
    return;
  }
  if (start.giveUp) {
    const given = giveUp(ready.value);
    if (given.code === 0) {
      say({ kind: 'given-up', calibrationId: ready.value.open?.calibrationId ?? '' });
    } else say({ kind: 'turned-away', by: 'bench', sentences: given.complaints });
    return;
  }
  const begun = await reach(start, ready.value, say, held);
  ready.value.journal.close();
  if (!begun.ok) say({ kind: 'turned-away', ...begun.error });
}

async function reach(
  start: BenchStartWish,
  ready: Ready,
  say: Say,
  held: Held,
): Promise<Result<undefined, Away>> {
  const address = parsePenAddress(start.pen);
  if (!address.ok) return away('pen', sayOpenRefusal(address.error));
  const { value: where } = address;
  if (where.kind === 'sim') {
    return away('pen', 'A bench process opens a port; start the simulator first.');
  }
  const met = await meetPen(where);
  if (!met.ok) return away('pen', met.error);
  const unfit = whyUnfit(met.value, ready);
  if (unfit !== undefined) return away('pen', unfit);
  const instruments = await openInstruments(ready.instruments, {
    gauge: start.gaugeAt, tachometer: start.tachometerAt, peaks: start.peaksAt,
  });
  if (!instruments.ok) return away('instrument', instruments.error);
  const done = await withAll({ ready, where, pen: met.value, instruments: instruments.value }, say,
    held);
  await instruments.value.close();
  return done;
}

const UNBEGUN = 'Stopped before anything moved; nothing was begun.';

async function withAll(all: All, say: Say, held: Held): Promise<Result<undefined, Away>> {
  const { ready, pen } = all;
  const { journal, open } = ready;
  const calibrationId = open?.calibrationId ?? `calibration-${randomBytes(4).toString('hex')}`;
  const note = (of: NoteGiven): void => {
    const appended = journal.append(of);
    if (!appended.ok) say({ kind: 'said', sentence: explainFault(appended.error) });
  };
  held.asking = askAll({
    calibrationId, note, ask: (question) => say({ kind: 'asking', question }),
  });
  if (held.stopped) held.asking.stop();
  const preconditions = await held.asking.over;
  held.asking = undefined;
  if (preconditions === undefined) return away('bench', UNBEGUN);
  const planned = planToFollow(ready, pen);
  if (!planned.ok) return away('bench', planned.error);
  const plan = planned.value;
  const begun = writeBegun(ready, pen, calibrationId, plan);
  if (!begun.ok) return away('bench', begun.error);
  say({ kind: 'begun', calibrationId, resumed: open !== undefined });
  await measureAll({ ...all, calibrationId, plan, preconditions, note }, say, held);
  return { ok: true, value: undefined };
}

async function measureAll(begun: Begun, say: Say, held: Held): Promise<void> {
  const { ready, pen, instruments: { gauge } } = begun;
  const watching = watchBench({
    gauge: instrumentOf(ready.instruments.gauge),
    overshootUm: pen.pages.capabilities.overshootUm,
    today: ready.asked.today,
  }, (view, live) => say({ kind: 'view', view, live }));
  const unheard = gauge.onLine(watching.line);
  const stopped = new Promise<Result<never, string>>((resolve) => {
    held.stopDeciding = () => resolve(refuse(STOPPED_DECIDING));
  });
  const work = workOf(begun, say, held, watching.look);
  const calibrated = await Promise.race([calibrate(work), stopped]);
  unheard();
  watching.end();
  if (!calibrated.ok) {
    say({ kind: 'broken-off', stopped: held.stopped, sentence: calibrated.error });
    return;
  }
  const { certificate: { certificateId }, file } = calibrated.value;
  const ended = writeEnded(ready, begun.calibrationId, calibrated.value);
  if (!ended.ok) say({ kind: 'said', sentence: ended.error });
  say({ kind: 'done', done: { certificateId, file } });
}
