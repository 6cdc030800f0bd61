// The pen as a table: whatever it is doing meets everything that can happen to it. An empty cell
// does not compile. Four events are not columns, because what the pen does makes no difference to
// them: READ and a repeated request (requests.ts), a dropped frame, and a record that was stored.

import type { RefusalReason } from '../../protocol/reason.ts';
import type { Grant, ToPen } from '../../protocol/to-pen.ts';
import type { Sensed } from '../plant/types.ts';
import { arm, disarm, grantArmed, grantRunning } from './arming.ts';
import { tightenArmed, tightenRunning, tightenStopping } from './arming.ts';
import { extend, extendOn, run, runOn, work } from './bench.ts';
import { certify } from './certify.ts';
import { clear, envelope, join } from './entering.ts';
import type { EnergyAsk } from './energy-asked.ts';
import { because, refused, type Ruling, type Step, stay } from './event.ts';
import { latchUp } from './latch.ts';
import { type Continued, move } from './motion.ts';
import type { PairingAsk } from './pairing.ts';
import { comeToRest, rest, waitArmed } from './rest.ts';
import type { Doing, DoingKind, Firmware } from './state.ts';

/** Requests that depend on what the pen is doing. */
export type Asked = Exclude<
  ToPen,
  { readonly kind: 'stop' | 'hello' | 'read' | 'grant' | PairingAsk['kind'] | EnergyAsk['kind'] }
>;

type Ask<Kind extends Asked['kind']> = Extract<Asked, { readonly kind: Kind }>;

/** Everything that a pen can meet while it does one thing. */
export type Row<Kind extends DoingKind> = {
  readonly [Request in Asked['kind']]: (
    state: Firmware,
    doing: Doing<Kind>,
    ask: Ask<Request>,
  ) => Ruling;
} & {
  readonly grant: (state: Firmware, doing: Doing<Kind>, grant: Grant) => Ruling;
  readonly tick: (state: Firmware, doing: Doing<Kind>, sensed: Sensed, edges: number) => Step;
  readonly stop: (state: Firmware, doing: Doing<Kind>) => Step;
  /** A HELLO from another host. */
  readonly intrusion: (state: Firmware, doing: Doing<Kind>) => Step;
};

const no =
  (reason: RefusalReason) =>
  (state: Firmware): Ruling =>
    refused(state, because(reason));

const hostStop = (state: Firmware): Step => latchUp(state, 'host-stop');
const foreignHello = (state: Firmware): Step => latchUp(state, 'foreign-hello');

const stopping: Row<'stopping'> = {
  tick: comeToRest,
  stop: hostStop,
  intrusion: (state, { arming }) =>
    arming === undefined ? stay(state) : latchUp(state, 'foreign-hello'),
  join: no('not-idle'),
  envelope: no('not-idle'),
  arm: no('not-idle'),
  tighten: tightenStopping,
  disarm,
  clear: no('not-retracted'),
  extend: no('not-idle'),
  run: no('not-idle'),
  certify: no('not-idle'),
  grant: no('not-retracted'),
};

const running: Row<'running'> = {
  tick: (state, { arming, motion }, sensed, edges) => {
    const withMotion: Continued = (next, moved) => ({
      ...next,
      doing: { kind: 'running', arming, motion: moved },
    });
    return move(state, motion, { arming, withMotion }, sensed, edges);
  },
  stop: hostStop,
  intrusion: foreignHello,
  join: no('not-idle'),
  envelope: no('not-idle'),
  arm: no('not-idle'),
  tighten: tightenRunning,
  disarm,
  clear: no('wrong-latch'),
  extend: no('wrong-mode'),
  run: no('wrong-mode'),
  certify: no('wrong-mode'),
  grant: grantRunning,
};

/** Whatever a pen does, against whatever happens. */
export const MATRIX: { readonly [Kind in DoingKind]: Row<Kind> } = {
  idle: {
    tick: rest,
    stop: hostStop,
    intrusion: stay,
    join,
    envelope,
    arm,
    tighten: no('not-armed'),
    disarm: no('not-armed'),
    clear: no('wrong-latch'),
    extend,
    run,
    certify,
    grant: no('not-armed'),
  },
  armed: {
    tick: waitArmed,
    stop: hostStop,
    intrusion: foreignHello,
    join: no('not-idle'),
    envelope: no('not-idle'),
    arm: no('not-idle'),
    tighten: tightenArmed,
    disarm,
    clear: no('wrong-latch'),
    extend: no('wrong-mode'),
    run: no('wrong-mode'),
    certify: no('wrong-mode'),
    grant: grantArmed,
  },
  running,
  stopping,
  latched: {
    tick: rest,
    stop: hostStop,
    intrusion: stay,
    join,
    envelope,
    arm: no('latched'),
    tighten: no('latched'),
    disarm: no('latched'),
    clear,
    extend: no('latched'),
    run: no('latched'),
    certify: no('latched'),
    grant: no('latched'),
  },
  calibrating: {
    tick: work,
    stop: hostStop,
    intrusion: foreignHello,
    join: no('not-idle'),
    envelope: no('not-idle'),
    arm: no('wrong-mode'),
    tighten: no('wrong-mode'),
    disarm: no('wrong-mode'),
    clear: no('wrong-latch'),
    extend: extendOn,
    run: runOn,
    certify: no('not-idle'),
    grant: no('wrong-mode'),
  },
};
