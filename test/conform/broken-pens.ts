/**
 * Pens that are broken in one rule each, and the check of the kit that has to find it. A twin is
 * the real firmware with something changed around its step; a road spoils what passes on the wire,
 * for what is broken before the firmware hears it.
 */
import { createBlockCutter } from '../../protocol/block-cutter.ts';
import { unstuff } from '../../protocol/deframe.ts';
import type { FromPen } from '../../protocol/from-pen.ts';
import { centiHz, ms, penMs, strokes, um } from '../../protocol/units.ts';
import { step } from '../../sim/firmware/index.ts';
import type { Firmware, FirmwareEvent, Step } from '../../sim/firmware/index.ts';
import { rawFrame } from '../../host/conform/raw-frame.ts';
import { TWINS } from '../sim/firmware/twins.ts';
import type { Road } from './bench.ts';

type StepFunction = typeof step;
type Received = Extract<FirmwareEvent, { readonly kind: 'received' }>;

/** A broken pen: what it forgets, who finds out, and how it is broken. */
export interface BrokenPen {
  readonly forgets: string;
  readonly foundBy: string;
  readonly step?: StepFunction;
  readonly toPen?: Road;
}

const twin = (rule: string): StepFunction => {
  const found = TWINS[rule];
  if (found === undefined) throw new Error(`no twin forgets ${rule}`);
  return found;
};

/** The real firmware, with a chance to change what it knows or hears before a received message. */
const onMessage =
  (
    kind: string,
    change: (state: Firmware, event: Received) => { state?: Firmware; event?: Received },
  ): StepFunction =>
  (state, event, elapsedMs) => {
    if (event.kind !== 'received' || event.message.kind !== kind) {
      return step(state, event, elapsedMs);
    }
    const changed = change(state, event);
    return step(changed.state ?? state, changed.event ?? event, elapsedMs);
  };

/** The real firmware, with what it sends told otherwise. */
const telling =
  (change: (message: FromPen) => FromPen | undefined): StepFunction =>
  (state, event, elapsedMs): Step => {
    const done = step(state, event, elapsedMs);
    const effects = done.effects.flatMap((effect): Step['effects'][number][] => {
      if (effect.kind !== 'send') return [effect];
      const message = change(effect.message);
      return message === undefined ? [] : [{ ...effect, message }];
    });
    return { state: done.state, effects };
  };

/** Frames that come by are unpacked, changed, and packed again with a right check. */
const repacked = (change: (body: Uint8Array) => void): Road => {
  const out: Uint8Array[] = [];
  const push = createBlockCutter({
    block: (_view, bytes, from, to) => {
      const block = bytes.slice(from, to);
      if (block.length < 21 || !unstuff(block, 0, block.length)) return;
      const body = block.subarray(1);
      const view = new DataView(body.buffer, body.byteOffset);
      const bound = [0x03, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x18, 0x19].includes(body[3] ?? 0);
      if (bound) out.push(Uint8Array.from([0, ...bytes.subarray(from, to), 0]));
      else {
        change(body);
        out.push(rawFrame({
          version: body[0] ?? 0, incompatible: body[1] ?? 0, compatible: body[2] ?? 0,
          id: body[3] ?? 0, session: view.getUint32(4, true), seq: view.getUint32(8, true),
          payload: [...body.subarray(16, body.length - 4)],
        }));
      }
    },
    tooLong: () => undefined,
  });
  return (bytes) => {
    push(bytes.slice());
    return out.splice(0);
  };
};

let beats = 0;

/** Every broken pen. */
export const BROKEN_PENS: readonly BrokenPen[] = [
  { forgets: 'to stop when told', foundBy: 'stop-outside-any-session',
    step: twin('to stop when told') },
  { forgets: 'the lease', foundBy: 'stops-at-the-end-of-its-lease', step: twin('the lease') },
  { forgets: 'the ceiling', foundBy: 'stops-at-its-ceiling', step: twin('the ceiling') },
  { forgets: 'that the finger left', foundBy: 'stops-when-let-go', step: twin('the trigger') },
  { forgets: 'to withdraw', foundBy: 'stops-at-its-ceiling', step: twin('to withdraw') },
  {
    forgets: 'whose session a frame is of',
    foundBy: 'drops-stale-sessions',
    step: onMessage('read', (state, event) => ({
      event: { ...event, header: { ...event.header, session: state.link.session } },
    })),
  },
  {
    forgets: 'to draw a new nonce',
    foundBy: 'nonces-are-fresh',
    step: onMessage('hello', (state) => ({ state: { ...state, greetings: 0 } })),
  },
  {
    forgets: 'that it has greeted this host',
    foundBy: 'repeats-its-welcome',
    step: onMessage('hello', (state) => ({
      state: { ...state, link: { ...state.link, welcome: undefined } },
    })),
  },
  {
    forgets: 'that a request has come before',
    foundBy: 'answers-a-repetition-alike',
    step: onMessage('read', (state) => ({
      state: { ...state, link: { ...state.link, requestSeq: 0 } },
    })),
  },
  {
    forgets: 'its latch when a host says hello',
    foundBy: 'latch-outlives-a-session',
    step: onMessage('hello', (state) => ({
      state: { ...state, doing: state.doing.kind === 'latched' ? { kind: 'idle' } : state.doing,
        latch: { ...state.latch, reason: 'none' } },
    })),
  },
  {
    forgets: 'the name of its latch',
    foundBy: 'clear-only-by-name',
    step: onMessage('clear', (state, event) => ({
      event: {
        ...event,
        message: { kind: 'clear', reason: state.latch.reason, latchId: state.latch.latchId },
      },
    })),
  },
  {
    forgets: 'that ARM needs a row',
    foundBy: 'arm-needs-a-row',
    step: onMessage('arm', (state, { message }) => message.kind !== 'arm' ? {} : {
      state: { ...state, link: { ...state.link, rows: new Map([[message.area, {
        kind: 'envelope' as const, area: message.area, depthUmMax: um(1_750),
        rateCentiHzMax: centiHz(15_000), passStrokesMax: strokes(10_000),
        creditMax: strokes(20), holdMsMax: 4_000 as never,
      }]]) } },
    }),
  },
  {
    forgets: 'the depth of the row',
    foundBy: 'arm-keeps-the-rows-depth',
    step: onMessage('arm', (state) => ({
      state: { ...state, link: { ...state.link, rows: new Map([...state.link.rows].map(
        ([area, row]) => [area, { ...row, depthUmMax: um(1_750) }])) } },
    })),
  },
  {
    forgets: 'the end of the pass at ARM',
    foundBy: 'arm-keeps-the-pass',
    step: onMessage('arm', (state) => ({
      state: { ...state, link: { ...state.link, rows: new Map([...state.link.rows].map(
        ([area, row]) => [area, { ...row, passStrokesMax: strokes(100_000) }])) } },
    })),
  },
  {
    forgets: 'which arming numbers were used',
    foundBy: 'arming-numbers-rise',
    step: onMessage('arm', (state) => ({
      state: { ...state, link: { ...state.link, armingId: 0 } },
    })),
  },
  {
    forgets: 'how many needles there are',
    foundBy: 'arm-counts-needles',
    step: onMessage('arm', (state, event) => event.message.kind !== 'arm' ? {} : {
      event: { ...event, message: {
        ...event.message, needleCount: state.seen.cartridge?.needleCount ?? 1,
      } },
    }),
  },
  {
    forgets: 'that TIGHTEN only tightens',
    foundBy: 'tighten-never-loosens',
    step: onMessage('tighten', (state, { message }) =>
      message.kind !== 'tighten' || state.doing.kind !== 'armed' ? {} : {
        state: { ...state, doing: { ...state.doing, arming: {
          ...state.doing.arming, passCeiling: 1_000_000,
          task: { ...state.doing.arming.task, depthUm: 2_000, rateCentiHz: 15_000 },
        } } },
      }),
  },
  {
    forgets: 'that another host is foreign',
    foundBy: 'foreign-hello-latches',
    step: onMessage('hello', (state) =>
      state.doing.kind === 'armed' ? { state: { ...state, doing: { kind: 'idle' } } } : {}),
  },
  {
    forgets: 'that a grant needs a finger',
    foundBy: 'grant-needs-a-trigger',
    step: onMessage('grant', (state) => ({
      state: { ...state, hold: { ...state.hold, held: true, fresh: true, spent: false } },
    })),
  },
  {
    forgets: 'the credit',
    foundBy: 'grant-keeps-the-credit',
    step: onMessage('grant', (state) => state.doing.kind !== 'armed' ? {} : {
      state: { ...state, doing: { ...state.doing, arming: {
        ...state.doing.arming, creditMax: 100_000,
      } } },
    }),
  },
  {
    forgets: 'how long a lease may be',
    foundBy: 'grant-keeps-the-lease',
    step: onMessage('grant', (state, event) => event.message.kind !== 'grant' ? {} : {
      event: { ...event, message: { ...event.message, notAfterPenMs: penMs(
        Math.min(event.message.notAfterPenMs, state.ages.penMs + 200)) } },
    }),
  },
  {
    forgets: 'which press a grant is for',
    foundBy: 'grant-is-for-one-hold',
    step: onMessage('grant', (state, event) => event.message.kind !== 'grant' ? {} : {
      event: { ...event, message: { ...event.message, holdId: state.hold.id } },
    }),
  },
  {
    forgets: 'the order of grants',
    foundBy: 'grant-numbers-rise',
    step: onMessage('grant', (state) => ({
      state: { ...state, link: { ...state.link, grantSeq: 0 } },
    })),
  },
  {
    forgets: 'the limit of a hold',
    foundBy: 'stops-at-the-hold-limit',
    step: (state, event, elapsedMs) =>
      step({ ...state, ages: { ...state.ages, heldMs: 0 } }, event, elapsedMs),
  },
  {
    forgets: 'that a hold is spent',
    foundBy: 'stops-at-its-ceiling',
    step: (state, event, elapsedMs) =>
      step({ ...state, hold: { ...state.hold, spent: false } }, event, elapsedMs),
  },
  {
    forgets: 'to disarm in silence',
    foundBy: 'silence-disarms',
    step: (state, event, elapsedMs) =>
      step({ ...state, ages: { ...state.ages, silentMs: 0 } }, event, elapsedMs),
  },
  {
    forgets: 'every other report',
    foundBy: 'reports-on-the-beat',
    step: telling((message) => {
      if (message.kind !== 'telemetry') return message;
      beats += 1;
      return beats % 2 === 0 ? undefined : message;
    }),
  },
  {
    forgets: 'to store its mark before it moves',
    foundBy: 'reserves-ahead',
    step: telling((message) =>
      message.kind === 'ledger' ? { ...message, reserved: message.strokes } : message),
  },
  {
    forgets: 'what it is made of',
    foundBy: 'capabilities-are-consistent',
    step: telling((message) => message.kind === 'capabilities'
      ? { ...message, depthStepUm: um(70) } : message),
  },
  {
    forgets: 'to count what it drops',
    foundBy: 'drops-damaged-checks',
    step: (state, event, elapsedMs) =>
      event.kind === 'dropped' ? { state, effects: [] } : step(state, event, elapsedMs),
  },
  {
    forgets: 'to refuse a row that is too deep, and clamps it',
    foundBy: 'envelope-keeps-depth-ceilings',
    step: onMessage('envelope', (_state, event) => event.message.kind !== 'envelope' ? {} : {
      event: { ...event, message: { ...event.message, depthUmMax: um(0) } },
    }),
  },
  {
    forgets: 'its rows only when it is switched off',
    foundBy: 'envelope-reads-back',
    step: (state, event, elapsedMs) => {
      const done = step(state, event, elapsedMs);
      if (event.kind !== 'received' || event.message.kind !== 'hello') return done;
      return { ...done, state: {
        ...done.state, link: { ...done.state.link, rows: state.link.rows },
      } };
    },
  },
  {
    forgets: 'that service is no treatment',
    foundBy: 'service-never-moves',
    step: (state, event, elapsedMs) => {
      const asks = event.kind === 'received' && event.message.kind !== 'read'
        && event.message.kind !== 'join';
      if (!asks || state.link.mode !== 'service') return step(state, event, elapsedMs);
      return step({ ...state, link: { ...state.link, mode: 'treatment' } }, event, elapsedMs);
    },
  },
  {
    forgets: 'that a table belongs to one pen',
    foundBy: 'certify-takes-no-foreign-table',
    step: onMessage('certify', (state, event) => event.message.kind !== 'certify' ? {} : {
      state: { ...state, make: { ...state.make, serial: event.message.serial } },
    }),
  },
  {
    forgets: 'that a table is written at the bench alone',
    foundBy: 'certify-is-no-treatment',
    step: onMessage('certify', (state) => ({
      state: { ...state, link: { ...state.link, mode: 'calibration' } },
    })),
  },
  {
    forgets: 'to store a table that it took',
    foundBy: 'certify-is-told-back',
    step: telling((message) =>
      message.kind === 'table' ? { ...message, dueDay: message.dueDay + 1, check: 1 } : message),
  },
  {
    forgets: 'that text is for service alone',
    foundBy: 'service-lines-only-there',
    step: (state, event, elapsedMs) => event.kind === 'line'
      ? step({ ...state, link: { ...state.link, mode: 'service' } }, event, elapsedMs)
      : step(state, event, elapsedMs),
  },
  {
    forgets: 'that calibration needs a hand',
    foundBy: 'service-needs-a-hand',
    step: onMessage('join', (state) => ({
      state: { ...state, hold: { ...state.hold, held: true } },
    })),
  },
  {
    forgets: 'that a key is made by hand',
    foundBy: 'makes-keys-by-hand',
    step: onMessage('pair', (state) => ({
      state: { ...state, pairing: { ...state.pairing, window: { kind: 'open' } } },
    })),
  },
  {
    forgets: 'to say which keys there are',
    foundBy: 'says-its-keys',
    step: telling((message) =>
      message.kind === 'pairing' ? { ...message, leftMs: ms(7) } : message),
  },
  {
    forgets: 'that there are other versions',
    foundBy: 'drops-other-versions',
    toPen: repacked((body) => {
      body[0] = 1;
    }),
  },
  {
    forgets: 'that flags can be unknown',
    foundBy: 'drops-unknown-flags',
    toPen: repacked((body) => {
      body[1] = 0;
    }),
  },
];
