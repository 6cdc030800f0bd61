// One treatment at a terminal, from the start of its host process to its end: what the host says
// and what the person presses go through the pure console, and what comes out is asked of the host
// and shown. The pen is never left moving: the first Ctrl-C stops it and waits for the proof.

import type { FromHost, HostStart, TurnedAway } from '../api.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { hearKeys, hearLines, type Listening } from './console/keyboard.ts';
import { hearSignals } from './console/signals.ts';
import { lineCommand } from './console/command.ts';
import { NEW_PROVIDER, type Provider, provide } from './console/provider.ts';
import { type Show, type ShowAs, startShow } from './console/show.ts';
import { consoleStep } from './console/state.ts';
import { type ConsoleEvent, type ConsoleState, newConsole } from './console/step.ts';
import { type HostChild, type HostEnd, startHostChild } from './host-child.ts';
import type { Terminal } from './terminal.ts';

/** Who is at the console: a person at a terminal, lines from somewhere, or the script. */
export type Hands = 'keys' | 'lines' | 'script';

/** What a treatment at a terminal is started with. */
export interface ConsoleSetup {
  readonly start: HostStart;
  readonly by: string;
  readonly hands: Hands;
  readonly showAs: ShowAs;
  readonly terminal: Terminal;
}

/** How it came out. */
export interface ConsoleEnd {
  readonly last: Snapshot | undefined;
  readonly treatmentId: string | undefined;
  readonly turnedAway: TurnedAway | undefined;
  /** Ended by Ctrl-C, once or twice, or by a signal. */
  readonly interrupted: boolean;
  readonly killed: boolean;
  /** Nothing that answers as a pen was heard. */
  readonly unheard: boolean;
  /** How the host process ended when nobody here wanted it to. */
  readonly broke: HostEnd | undefined;
}

/** How long a pen may be silent before that is said, and before it is given up. */
const SILENCE_SAID_MS = 4_000;
const SILENCE_MS_MAX = 12_000;
/** How long a host may take to stop the pen and end; its own patience is 1.5 s. */
const LEAVE_MS_MAX = 5_000;
const SCRIPT_LOOK_MS = 100;

/** Runs it. */
export async function runConsole(setup: ConsoleSetup): Promise<ConsoleEnd> {
  const { terminal, start, hands, by } = setup;
  const show = startShow(setup.showAs, terminal);
  const held: Holding = {
    state: newConsole(by),
    provider: NEW_PROVIDER,
    treatmentId: undefined,
    interrupted: false,
    killed: false,
    unheard: false,
    left: false,
    timers: [],
  };
  const desk: Desk = { setup, show, held, host: startHostChild((m) => heard(desk, m)) };
  desk.host.tell({ kind: 'start', start });
  const listening = listen(desk, hands);
  const signals = hearSignals(() => happened(desk, { kind: 'interrupt' }));
  waitForPen(desk);
  const end = await desk.host.ended;
  for (const timer of held.timers) clearTimeout(timer);
  listening.close();
  signals.close();
  show.end(held.state);
  const { state } = held;
  return {
    last: state.snapshot,
    treatmentId: held.treatmentId ?? state.snapshot?.treatmentId,
    turnedAway: state.turnedAway,
    interrupted: held.interrupted,
    killed: held.killed,
    unheard: held.unheard,
    broke: end.clean || held.killed ? undefined : end,
  };
}

interface Holding {
  state: ConsoleState;
  provider: Provider;
  treatmentId: string | undefined;
  interrupted: boolean;
  killed: boolean;
  unheard: boolean;
  left: boolean;
  readonly timers: NodeJS.Timeout[];
}

interface Desk {
  readonly setup: ConsoleSetup;
  readonly show: Show;
  readonly held: Holding;
  readonly host: HostChild;
}

function heard(desk: Desk, message: FromHost): void {
  if (message.kind === 'left') desk.held.treatmentId = message.treatmentId;
  happened(desk, { kind: 'heard', message });
}

function happened(desk: Desk, event: ConsoleEvent): void {
  const { held, show, host } = desk;
  const step = consoleStep(held.state, event);
  held.state = step.state;
  if (event.kind === 'interrupt') held.interrupted = true;
  if (event.kind === 'key' && event.key === '\u0003') held.interrupted = true;
  for (const request of step.requests) host.tell({ kind: 'request', request });
  for (const change of step.changes) show.change(change);
  for (const sentence of step.says) show.say(sentence);
  show.picture(held.state);
  if (step.go === 'leave') leave(desk);
  if (step.go === 'kill') kill(desk);
}

/** Asks the host to stop the pen and end, and ends it if that takes too long. */
function leave({ held, host, show }: Desk): void {
  if (held.left) return;
  held.left = true;
  if (held.interrupted) {
    show.say('Stopping the pen first. Ctrl-C once more leaves at once; the pen then stops alone.');
  }
  host.tell({ kind: 'leave' });
  held.timers.push(setTimeout(() => host.kill(), LEAVE_MS_MAX));
}

function kill({ held, host }: Desk): void {
  held.killed = true;
  host.kill();
}

function listen(desk: Desk, hands: Hands): Listening {
  switch (hands) {
    case 'keys':
      return hearKeys((key) => happened(desk, { kind: 'key', key }));
    case 'lines':
      return hearLines(
        (line) => {
          const command = lineCommand(line);
          if (command.ok) happened(desk, { kind: 'command', command: command.value });
          else desk.show.say(command.error);
        },
        () => happened(desk, { kind: 'command', command: { kind: 'leave' } }),
      );
    case 'script':
      return listenToScript(desk);
  }
}

/** The script looks ten times a second; in a terminal Ctrl-C, space and q reach the pen as well. */
function listenToScript(desk: Desk): Listening {
  const keys = desk.setup.terminal.interactive
    ? hearKeys((key) => happened(desk, { kind: 'key', key }))
    : undefined;
  const looking = setInterval(() => look(desk), SCRIPT_LOOK_MS);
  return {
    close: () => {
      clearInterval(looking);
      keys?.close();
    },
  };
}

function look(desk: Desk): void {
  const { held, host, show } = desk;
  const { snapshot, leaving } = held.state;
  if (snapshot === undefined || leaving) return;
  const step = provide(held.provider, snapshot, SCRIPT_LOOK_MS);
  held.provider = step.provider;
  if (step.says !== undefined) show.say(step.says);
  if (step.request !== undefined) host.tell({ kind: 'request', request: step.request });
  if (!step.givesUp) return;
  show.say('The scripted provider does not know how to go on, and leaves.');
  happened(desk, { kind: 'command', command: { kind: 'leave' } });
}

/** A pen that does not answer is waited for, said, and given up. */
function waitForPen(desk: Desk): void {
  const { held, show, setup } = desk;
  const nothing = (): boolean => held.state.snapshot === undefined && !held.left;
  const say = setTimeout(() => {
    if (nothing()) show.say(`${setup.start.pen} is open, and nothing has answered as a pen yet.`);
  }, SILENCE_SAID_MS);
  const giveUp = setTimeout(() => {
    if (!nothing()) return;
    held.unheard = true;
    happened(desk, { kind: 'command', command: { kind: 'leave' } });
  }, SILENCE_MS_MAX);
  held.timers.push(say, giveUp);
}
