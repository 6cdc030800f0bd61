/**
 * A pen on the kit's bench in virtual time: the real scripts over the real codec and a simulated
 * pen, healthy or broken, with a hand that presses by itself.
 */
import type { Check } from '../../host/conform/check.ts';
import { conduct, type Judged, type RunEnd, type RunOrder } from '../../host/conform/conduct.ts';
import { createKit, type Hands } from '../../host/conform/kit.ts';
import { automatic, benchHand } from '../../sim/hands.ts';
import type { BytePort } from '../../protocol/byte-port.ts';
import { memoryPort } from '../../sim/memory.ts';
import type { Pen } from '../../sim/pen.ts';
import type { HandInTime } from '../../sim/real-time.ts';
import { createRandom, nextU32 } from '../../sim/random.ts';

/** What stands between kit and pen; it may spoil what passes. */
export type Road = (bytes: Uint8Array) => readonly Uint8Array[];

export interface BenchOptions {
  readonly hand?: 'auto' | 'bench' | 'none';
  readonly motion?: boolean;
  readonly hands?: Hands;
  readonly toPen?: Road;
  readonly fromPen?: Road;
  /** A seal between the kit and its end of the cable. */
  readonly seal?: (carrier: BytePort) => BytePort;
}

const straight: Road = (bytes) => [bytes];

/** Judges a pen in virtual time. */
export function judgeVirtually(
  pen: Pen,
  checks: readonly Check[],
  options: BenchOptions = {},
): { readonly end: RunEnd; readonly all: readonly Judged[]; readonly tookMs: number } {
  const { hand = 'auto', motion = true, hands = 'auto' } = options;
  const random = createRandom(7, 31);
  const kit = createKit({ motion, hands }, () => Math.max(1, nextU32(random)));
  const operator: HandInTime =
    hand === 'auto' ? automatic(pen, 5) : benchHand(hand === 'bench');
  const { toPen = straight, fromPen = straight } = options;
  let now = 0;

  const port = options.seal?.(memoryPort(pen));
  port?.onBytes((bytes) => kit.ear.push(bytes, now));

  const live = (): void => {
    pen.advance(1, operator(1));
    now += 1;
    kit.ear.setNow(now);
    for (const bytes of pen.takeBytes()) {
      for (const piece of fromPen(bytes)) kit.ear.push(piece, now);
    }
  };
  const carryOut = (order: RunOrder): void => {
    if (order.kind === 'write' && port !== undefined) port.write(order.bytes);
    else if (order.kind === 'write') for (const piece of toPen(order.bytes)) pen.receive(piece);
    if (order.kind !== 'wait') return;
    for (let passed = 0; passed < order.forMs && !order.until(); passed += 1) live();
  };

  const all: Judged[] = [];
  const run = conduct(kit, checks, undefined);
  for (;;) {
    const next = run.next();
    if (next.done === true) return { end: next.value, all, tookMs: now };
    if (next.value.kind === 'judged') all.push(next.value.judged);
    carryOut(next.value);
  }
}
