// The desk: the console's own process part. It joins the host, the pen beside it and the windows
// that look at it. What a window asks is checked at this door whatever sent it; what is allowed is
// decided by the host behind it. Nothing of a treatment lives in a window.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { NOBODY_LOOKED } from '../../host/core/checklist.ts';
import { readProfileInForce } from '../../host/profile/in-force.ts';
import { profileSentence } from '../../host/profile/profile-words.ts';
import { today } from '../../host/cli/today.ts';
import { nodeWorld } from '../../host/journal/index.ts';
import { openGate } from '../../host/staff/index.ts';
import { HOST_VERSION } from '../../host/version.ts';
import type { Carrier } from '../contract/carrier.ts';
import type { Asked } from '../contract/request.ts';
import type { Reply } from '../contract/says.ts';
import { freshDraft } from './asks-plan.ts';
import { afterTreatment, stopPen } from './asks-treatment.ts';
import { FOR_EVERYBODY } from './asks.ts';
import { afterBench } from './bench/asks-bench.ts';
import { benchOf } from './bench/bench-of.ts';
import { layDemoBench } from './bench/demo-bench.ts';
import { readBenchLists } from './bench/showing.ts';
import { leaveConsole, timePassed, touched } from './care/asks-staff.ts';
import { nobodyHere } from './care/held-sign-in.ts';
import { keyOfDemo } from './care/demo-key.ts';
import { careSide } from './care/care-side.ts';
import { showChart } from './care/showing.ts';
import { consoleFiles } from './console-files.ts';
import { doGated } from './gated.ts';
import { busyWith } from './doer.ts';
import { type DeskOptions, takeGiven } from './given.ts';
import type { Held, HeldProfile } from './held.ts';
import { journalSide, makeInstallation } from './journal-side.ts';
import { recordLines, registryLists } from './lists.ts';
import { penAtHand, penSide } from './pen-side.ts';
import { pathsHere, watchPorts } from './port-watch.ts';
import { readRequest } from './read-request.ts';
import { stateOf } from './state-of.ts';
import { createTelling, type Telling } from './telling.ts';
import { treatmentSide } from './treatment-side.ts';
import { createWindows, type Seat, type Windows } from './windows.ts';

/** A desk that is open. */
export interface Desk {
  readonly dataDir: string;
  readonly demo: boolean;
  /** Lets a window sit down; it is told everything at once. */
  readonly join: (carrier: Carrier, tab?: string) => void;
  /** Whether a host process has the pen. */
  readonly treating: () => boolean;
  /** Hears when a treatment begins and when it is over. */
  readonly onTreating: (hear: (treating: boolean) => void) => void;
  /** Stops the pen; for a computer that is about to sleep or to be locked. */
  readonly stop: () => void;
  /** Stops the pen, waits for the proof, and lets go of everything. */
  readonly close: () => Promise<void>;
}

/** Opens a desk, or says in a sentence why it cannot. */
export async function openDesk(options: DeskOptions): Promise<Result<Desk, string>> {
  const demo = options.dataDir === undefined;
  const dataDir = demo
    ? fs.mkdtempSync(path.join(os.tmpdir(), 'corium-console-'))
    : path.resolve(options.dataDir);
  if (demo) {
    const made = makeInstallation(dataDir);
    if (!made.ok) return made;
    keyOfDemo();
    const bench = layDemoBench(dataDir);
    if (!bench.ok) return bench;
  }
  const journal = journalSide(dataDir);
  const problem = journal.problem();
  if (problem !== undefined) return refuse(problem);
  const windows = createWindows();
  const telling = createTelling(() => held, windows);
  const node = options.node ?? process.execPath;
  const held = heldOf({ dataDir, demo, journal, telling, node, windows });
  const given = takeGiven(held, options);
  if (!given.ok) return given;
  void held.pen.choose(options.pen ?? (await penAtHand()), undefined);
  void held.pen.lookForPorts();
  return ok(deskOf(held, windows, telling));
}

interface HeldGround extends Pick<Held, 'dataDir' | 'demo' | 'journal'> {
  readonly telling: Telling;
  readonly windows: Windows;
  readonly node: string;
}

function heldOf({ dataDir, demo, journal, telling, node, windows }: HeldGround): Held {
  const files = consoleFiles(dataDir);
  const read = readProfileInForce(today(), dataDir);
  const profile: HeldProfile = read.ok
    ? read
    : { ok: false, error: read.error.map(profileSentence) };
  const held: Held = {
    dataDir,
    demo,
    files,
    journal,
    pen: penSide(dataDir, node, telling.changed),
    treatment: treatmentSide(node, {
      ...telling.news,
      over: () => treatmentOver(held, telling),
    }),
    ...benchOf({
      dataDir, node, windows, heldNow: () => held, changed: telling.changed,
      over: () => benchOver(held, telling),
    }),
    care: careSide(dataDir),
    gate: openGate({ dataDir, world: nodeWorld(HOST_VERSION), place: 'console' }),
    signIn: nobodyHere(),
    choices: files.choices(),
    heldCase: undefined,
    person: undefined,
    draft: freshDraft(''),
    room: NOBODY_LOOKED,
    pedal: false,
    profile,
    lists: { records: [], registry: { pens: [], due: [] } },
    factsMade: undefined,
    check: undefined,
    alarmsOn: [],
    alarmLog: [],
    notices: [],
    soundPausedUntil: undefined,
    closing: false,
  };
  refreshLists(held);
  showChart(held);
  // Who was here last time has to say so again, where people sign in.
  if (held.care.staff().roster.size > 0) held.choices = { ...held.choices, operator: '' };
  return held;
}

function refreshLists(held: Held): void {
  held.journal.refresh();
  const lines = held.journal.lines();
  held.lists = {
    records: recordLines(lines),
    registry: registryLists(held.dataDir, lines, today()),
  };
  held.benchLists = readBenchLists(held);
}

function treatmentOver(held: Held, telling: Telling): void {
  afterTreatment(held);
  refreshLists(held);
  showChart(held);
  telling.treating(false);
  if (held.closing) return;
  telling.changed();
  void held.pen.meet();
}

function benchOver(held: Held, telling: Telling): void {
  refreshLists(held);
  telling.treating(false);
  afterBench(held);
  telling.changed();
}

const TICK_MS = 1_000;

function deskOf(held: Held, windows: Windows, telling: Telling): Desk {
  const ground = { held, changed: telling.changed };
  const clock = setInterval(() => {
    if (timePassed(held)) telling.changed();
  }, TICK_MS);
  clock.unref();
  const unwatch = watchPorts({
    paths: pathsHere,
    refresh: held.pen.lookForPorts,
    ports: held.pen.ports,
    busy: () => busyWith(held) !== undefined,
    came: (port) => telling.news.notice({ kind: 'port', came: true, port }),
    went: (port) => telling.news.notice({ kind: 'port', came: false, port }),
  });
  const answer = (seat: Seat, text: string): void => {
    const request = readRequest(text);
    if (!request.ok) {
      windows.say(seat, { kind: 'reply', id: request.error.id, reply: request.error.reply });
      return;
    }
    const { id, ask } = request.value;
    const say = (reply: Reply): void => windows.say(seat, { kind: 'reply', id, reply });
    if (ask.kind === 'stop') {
      stopPen(held); // before anything else is looked at
      return say({ ok: true });
    }
    const refused = mayAsk(windows, seat, ask);
    if (refused !== undefined) return say(refused);
    if (ask.kind === 'take-control') {
      telling.changed();
      return say({ ok: true });
    }
    touched(held);
    void doGated(ground, ask, telling).then(say);
  };
  return {
    dataDir: held.dataDir,
    demo: held.demo,
    join: (carrier, tab) => {
      const seat = windows.join(carrier, tab);
      carrier.onMessage((text) => answer(seat, text));
      carrier.onClose(() => {
        if (windows.controls(seat)) held.hands.hold(false);
        windows.leave(seat);
        telling.changed();
      });
      windows.showState(stateOf(held));
      const snapshot = held.treatment.snapshot();
      if (snapshot !== undefined) windows.say(seat, { kind: 'snapshot', snapshot });
      const moving = held.bench.moving();
      if (moving !== undefined) windows.say(seat, { kind: 'bench', moving });
    },
    treating: () => held.treatment.active() || held.bench.active(),
    onTreating: telling.onTreating,
    stop: () => stopPen(held),
    close: async () => {
      held.closing = true;
      clearInterval(clock);
      unwatch();
      leaveConsole(held);
      await Promise.all([held.treatment.leave(), held.bench.leave()]);
      await held.pen.close();
      telling.end();
      windows.closeAll();
    },
  };
}

/** Whether a window may ask this; undefined if it may. */
function mayAsk(windows: Windows, seat: Seat, { kind }: Asked): Reply | undefined {
  if (kind === 'take-control' && !windows.takeControl(seat)) {
    return { ok: false, refusals: [{ code: 'controller-present' }] };
  }
  if (FOR_EVERYBODY.has(kind) || windows.controls(seat)) return undefined;
  return { ok: false, refusals: [{ code: 'viewer-only' }] };
}
