/**
 * The smallest host that can talk to a simulated pen: it greets, asks, grants and listens, and lets
 * time pass. It has no judgement at all; tests use it to say what a good or a bad host would say.
 */
import { assert } from '../../../protocol/assert.ts';
import { areaCode, sideCode, type AreaName, type Side } from '../../../protocol/area.ts';
import { bindingOf, sessionOf } from '../../../protocol/binding.ts';
import { type Message, SCHEMA_HASH } from '../../../protocol/catalogue.ts';
import { createDeframer } from '../../../protocol/deframe.ts';
import { encodeFrame } from '../../../protocol/frame.ts';
import type { FromPen, Telemetry, Vitals } from '../../../protocol/from-pen.ts';
import { encodeLine, lineText } from '../../../protocol/service-line.ts';
import type { Arm, Envelope, Grant } from '../../../protocol/to-pen.ts';
import { centiHz, ms, penMs, strokes, um } from '../../../protocol/units.ts';
import { drainStrokes, HANDS_OFF, type Hand, type Stroke } from '../../../sim/plant/index.ts';
import type { Pen } from '../../../sim/pen.ts';

/** A person who presses the pen on skin. */
export const PRESSING: Hand = {
  ...HANDS_OFF,
  trigger: true,
  contact: true,
  forceMn: 400,
  glideMmS: 30,
  areaTag: 1,
};

/** A person at the bench who holds the trigger, with nothing under the head. */
export const AT_BENCH: Hand = { ...HANDS_OFF, trigger: true };

type Without<M extends Message> = M extends Message ? Omit<M, 'kind'> : never;

export interface Talker {
  readonly pen: Pen;
  hand: Hand;
  session: number;
  readonly heard: FromPen[];
  /** The lines of text that the pen has said. */
  readonly said: string[];
  readonly strokes: Stroke[];
  readonly hello: (nonce?: number) => void;
  readonly send: (message: Message, how?: { seq?: number; session?: number }) => number;
  /** Sends and returns the answer to exactly this frame, if one came at once. */
  readonly ask: (message: Message) => FromPen | undefined;
  /** Types a line, and gives what the pen says to it at once. */
  readonly type: (text: string) => readonly string[];
  readonly pass: (forMs: number, every?: () => void) => void;
  readonly telemetry: () => Telemetry;
  readonly vitals: () => Vitals | undefined;
  readonly bytes: (message: Message, how?: { seq?: number; session?: number }) => Uint8Array;
}

/** Begins to talk to a pen. */
export function talkTo(pen: Pen): Talker {
  let seq = 0;
  let binding = 0;
  let telemetry: Telemetry | undefined;
  let vitals: Vitals | undefined;
  const deframer = createDeframer(
    {
      heard: (message) => {
        const told = message as FromPen;
        if (told.kind === 'telemetry') telemetry = told;
        else if (told.kind === 'vitals') vitals = told;
        else talker.heard.push(told);
        if (told.kind === 'welcome') {
          talker.session = sessionOf(told.hostNonce, told.penNonce);
          binding = bindingOf(SCHEMA_HASH, told.bootId);
          seq = 0;
        }
      },
      dropped: (why) => {
        throw new Error(`the talker could not read the pen: ${why}`);
      },
      line: (bytes) => {
        talker.said.push(lineText(bytes));
      },
    },
    'pen',
  );
  const listen = (): void => {
    for (const bytes of pen.takeBytes()) deframer.push(bytes);
  };
  const talker: Talker = {
    pen,
    hand: HANDS_OFF,
    session: 0,
    heard: [],
    said: [],
    strokes: [],
    hello: (nonce = 0x1234) => {
      const greeting = { kind: 'hello', hostNonce: nonce, schemaHash: SCHEMA_HASH } as const;
      pen.receive(encodeFrame(greeting, { session: 0, seq: 0, ack: 0 }, 0));
      listen();
    },
    bytes: (message, how = {}) => {
      const header = { session: how.session ?? talker.session, seq: how.seq ?? seq + 1, ack: 0 };
      return encodeFrame(message, header, binding);
    },
    send: (message, how = {}) => {
      const bytes = talker.bytes(message, how);
      const used = how.seq ?? seq + 1;
      seq = Math.max(seq, used);
      pen.receive(bytes);
      listen();
      return used;
    },
    ask: (message) => {
      const used = talker.send(message);
      return talker.heard.findLast((told) => 'request' in told && told.request === used);
    },
    type: (text) => {
      const before = talker.said.length;
      pen.receive(encodeLine(text));
      listen();
      return talker.said.slice(before);
    },
    pass: (forMs, every) => {
      for (let passed = 0; passed < forMs; passed += 1) {
        pen.advance(1, talker.hand);
        listen();
        talker.strokes.push(...drainStrokes(pen.plant));
        every?.();
      }
    },
    telemetry: () => {
      assert(telemetry !== undefined, 'the pen has told its state');
      return telemetry;
    },
    vitals: () => vitals,
  };
  return talker;
}

/** An ARM with sensible values. */
export function armOf(change: Partial<Without<Arm>> & { name?: AreaName; on?: Side } = {}): Arm {
  const { name = 'forehead', on = 'midline', ...rest } = change;
  return {
    kind: 'arm',
    armingId: 1,
    area: areaCode(name),
    side: sideCode(on),
    planHash: '0011223344556677',
    depthUm: um(500),
    rateCentiHz: centiHz(10_000),
    passCeiling: strokes(400),
    needleCount: 14,
    stamp: 0,
    ...rest,
  };
}

/** A row of the envelope with sensible values. */
export function rowOf(change: Partial<Without<Envelope>> & { name?: AreaName } = {}): Envelope {
  const { name = 'forehead', ...rest } = change;
  return {
    kind: 'envelope',
    area: areaCode(name),
    depthUmMax: um(1_000),
    rateCentiHzMax: centiHz(15_000),
    passStrokesMax: strokes(1_000),
    creditMax: strokes(20),
    holdMsMax: ms(4_000),
    ...rest,
  };
}

/** A grant on the newest state of the pen: so many strokes, for so long. */
export function grantOf(
  talker: Talker,
  credit = 20,
  leaseMs = 200,
  change: Partial<Without<Grant>> = {},
): Grant {
  const { ages, ledger, hold, doing } = talker.pen.firmware();
  const armed = 'arming' in doing ? doing.arming : undefined;
  const ceiling = Math.min(ledger.strokes + credit, armed?.passCeiling ?? Number.MAX_SAFE_INTEGER);
  return {
    kind: 'grant',
    armingId: armed?.id ?? 1,
    holdId: hold.id,
    ceiling: strokes(ceiling),
    notAfterPenMs: penMs(ages.penMs + leaseMs),
    ...change,
  };
}

/** Greets, joins, loads a row and arms; fails loudly if the pen refuses. */
export function readyToMove(
  talker: Talker,
  arm: Parameters<typeof armOf>[0] = {},
  row: Parameters<typeof rowOf>[0] = {},
): void {
  talker.hello();
  talker.pass(5);
  expectDone(talker.ask({ kind: 'join', mode: 'treatment' }));
  expectDone(talker.ask(rowOf({ ...(arm.name === undefined ? {} : { name: arm.name }), ...row })));
  expectDone(talker.ask(armOf(arm)));
  talker.pass(5);
}

/** Presses and renews as a host does: every fifty milliseconds, until the time is over. */
export function renewing(talker: Talker, forMs: number, credit = 20): void {
  let sinceMs = 50;
  talker.pass(forMs, () => {
    sinceMs += 1;
    const { hold, doing } = talker.pen.firmware();
    const willing = hold.held && hold.fresh && !hold.spent;
    if (sinceMs < 50 || !willing || !('arming' in doing)) return;
    sinceMs = 0;
    talker.send(grantOf(talker, credit));
  });
}

/** Fails unless a request was carried out. */
export function expectDone(told: FromPen | undefined): void {
  assert(
    told?.kind === 'outcome' && told.outcome === 'done',
    `the pen does as asked, and not ${JSON.stringify(told)}`,
  );
}
