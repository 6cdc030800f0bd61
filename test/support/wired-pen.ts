/**
 * A pen at the end of a wire, as little as will do: the real codec and the real firmware, with a
 * plant that obeys. It is driven with bytes and milliseconds, so that a test can spoil either.
 */
import { bindingOf, sessionOf } from '../../protocol/binding.ts';
import { type Message, SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { createDeframer, type DropReason } from '../../protocol/deframe.ts';
import { encodeFrame } from '../../protocol/frame.ts';
import type { FromPen } from '../../protocol/from-pen.ts';
import { type Firmware, type FirmwareEvent, FRESH, step, wake } from '../../sim/firmware/index.ts';
import { CARTRIDGES, penModel } from '../../sim/models/index.ts';
import type { Sensed } from '../../sim/plant/types.ts';
import { centiHz, ms, penMs, strokes, um } from '../../protocol/units.ts';
import { count } from '../../protocol/field.ts';

const BOOT = { bootId: 0xb007, bootCount: 1, nonceSeed: 5 };
const HOST_NONCE = 0x11223344;

/** The pen, what it said and dropped, and the ways to reach it. */
export interface WiredPen {
  readonly said: FromPen[];
  readonly dropped: DropReason[];
  readonly firmware: () => Firmware;
  /** Strokes that the encoder of the plant has made. */
  readonly made: () => number;
  readonly receive: (bytes: Uint8Array) => void;
  readonly wait: (forMs: number) => void;
  readonly press: (held: boolean) => void;
  /** The bytes of a message in the present session, numbered as told. */
  readonly frame: (message: Message, seq: number) => Uint8Array;
  readonly frameIn: (session: number, message: Message, seq: number, bound?: number) => Uint8Array;
  readonly session: () => number;
  readonly binding: number;
}

const BOX = { lot: 'L1', serial: 'C1', expiryDay: 9000, usedStrokes: 0 };
const CHIP = { ...CARTRIDGES['round-14'], ...BOX };

/** A pen that has just booted and has looked about. */
export function wiredPen(): WiredPen {
  const { mechanics: _mechanics, sensorQuality: _quality, ...made } = penModel('atlas-fixed', 2400);
  let state = wake({
    make: { ...made, serial: 'P1', firmware: '1.0' },
    boot: BOOT,
    nonVolatile: FRESH,
    table: undefined,
  }).state;
  const said: FromPen[] = [];
  const dropped: DropReason[] = [];
  const binding = bindingOf(SCHEMA_HASH, BOOT.bootId);
  let trigger = false;
  let turned = 0;

  const sensed = (): Sensed => ({
    trigger, encoderStrokes: Math.floor(turned), retracted: state.drive.depthUm === 0,
    peakUm: undefined, contact: undefined, forceMn: undefined, tiltDeg: undefined,
    glideMmS: undefined, motorMa: 200, batteryMv: 3900, batteryPercent: 90, temperatureDeciC: 250,
    cartridge: CHIP, charging: false,
  });

  const happen = (event: FirmwareEvent, elapsedMs: number): void => {
    const next = step(state, event, elapsedMs);
    state = next.state;
    for (const effect of next.effects) {
      if (effect.kind === 'send') said.push(effect.message);
      if (effect.kind === 'store') happen({ kind: 'stored', id: effect.id }, 0);
    }
  };

  const wait = (forMs: number): void => {
    for (let past = 0; past < forMs; past += 1) {
      const { motor } = state.drive;
      if (typeof motor !== 'string') turned += motor.rateCentiHz / 100_000;
      happen({ kind: 'tick', sensed: sensed() }, 1);
    }
  };

  const deframer = createDeframer(
    {
      heard: (message, { session, seq }) =>
        happen({ kind: 'received', header: { session, seq }, message }, 0),
      dropped: (why) => {
        dropped.push(why);
        happen({ kind: 'dropped', why }, 0);
      },
    },
    'host',
  );
  deframer.bind(binding);

  const frameIn = (session: number, message: Message, seq: number, bound = binding): Uint8Array =>
    encodeFrame(message, { session, seq, ack: 0 }, bound);
  const session = (): number => {
    const welcome = said.findLast((message) => message.kind === 'welcome');
    return welcome === undefined ? 0 : sessionOf(welcome.hostNonce, welcome.penNonce);
  };
  wait(1_000);
  return {
    said, dropped, binding, session, wait, frameIn,
    firmware: () => state,
    made: () => Math.floor(turned),
    receive: deframer.push,
    press: (held) => {
      trigger = held;
      wait(5);
    },
    frame: (message, seq) => frameIn(session(), message, seq),
  };
}

/** The HELLO of the host of these tests, or of another one. */
export const hello = (hostNonce = HOST_NONCE): Message =>
  ({ kind: 'hello', hostNonce, schemaHash: SCHEMA_HASH });

const ROW: Message = {
  kind: 'envelope', area: count(17), depthUmMax: um(1_000), rateCentiHzMax: centiHz(12_000),
  passStrokesMax: strokes(1_000), creditMax: strokes(20), holdMsMax: ms(6_000),
};

/** An arming of the abdomen. */
export const ARM: Message = {
  kind: 'arm', armingId: 1, area: count(17), side: 0, planHash: '0011223344556677',
  depthUm: um(500), rateCentiHz: centiHz(11_670), passCeiling: strokes(500), needleCount: 14,
  stamp: 0,
};

/** A grant for the first press of the trigger under that arming. */
export const grantTo = (ceiling: number, notAfter: number): Message => ({
  kind: 'grant', armingId: 1, holdId: 1, ceiling: strokes(ceiling), notAfterPenMs: penMs(notAfter),
});

/** A pen that was greeted, joined and armed; frames 1 to 3 are used. */
export function armedPen(): WiredPen {
  const pen = wiredPen();
  pen.receive(pen.frameIn(0, hello(), 0));
  pen.receive(pen.frame({ kind: 'join', mode: 'treatment' }, 1));
  pen.receive(pen.frame(ROW, 2));
  pen.receive(pen.frame(ARM, 3));
  return pen;
}

/** An armed pen whose trigger is held: every grant would move it. */
export function readyPen(): WiredPen {
  const pen = armedPen();
  pen.press(true);
  return pen;
}
