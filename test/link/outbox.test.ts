import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOutbox } from '../../host/link/outbox.ts';

/** A system that takes bytes when it is told to. */
function slowSystem(bytesMax?: number) {
  const taken: number[] = [];
  let waiting: { bytes: Uint8Array; done: () => void } | undefined;
  const outbox = createOutbox(
    { now: () => 0, later: (bytes, done) => void (waiting = { bytes, done }) },
    bytesMax,
  );
  const take = (): boolean => {
    const next = waiting;
    if (next === undefined) return false;
    waiting = undefined;
    taken.push(...next.bytes);
    next.done();
    return true;
  };
  return { outbox, taken, take };
}

test('bytes leave in the order in which they were written', () => {
  const { outbox, taken, take } = slowSystem();
  for (const value of [1, 2, 3]) outbox.write(Uint8Array.of(value));
  while (take());
  expect(taken).toEqual([1, 2, 3]);
  expect(outbox.heldBytes()).toBe(0);
});

test('what the system takes half of is finished before anything else', () => {
  const taken: number[] = [];
  let finish = (): void => undefined;
  const outbox = createOutbox({
    now: (bytes) => (taken.push(...bytes.slice(0, 1)), 1),
    later: (bytes, done) => {
      finish = () => {
        taken.push(...bytes);
        done();
      };
    },
  });
  outbox.write(Uint8Array.of(1, 2));
  outbox.write(Uint8Array.of(3));
  expect(taken).toEqual([1]);
  finish();
  expect(taken).toEqual([1, 2, 3]);
});

test('the queue never holds more than its bound and one urgent write, whatever happens', () => {
  const step = fc.record({
    kind: fc.constantFrom('write', 'urgent', 'take'),
    size: fc.integer({ min: 1, max: 120 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const { outbox, take } = slowSystem(100);
      for (const { kind, size } of steps) {
        const bytes = new Uint8Array(size);
        const heldBefore = outbox.heldBytes();
        if (kind === 'take') take();
        else if (kind === 'urgent') expect(outbox.writeUrgent(bytes)).toBe(true);
        else if (!outbox.write(bytes)) expect(outbox.heldBytes()).toBe(heldBefore);
        expect(outbox.heldBytes()).toBeLessThanOrEqual(100 + 2 * 120);
      }
    }),
  );
});

test('a full queue refuses and sends nothing of what it refused', () => {
  const { outbox, taken, take } = slowSystem(4);
  expect(outbox.write(Uint8Array.of(1, 2, 3))).toBe(true);
  expect(outbox.write(Uint8Array.of(4, 5))).toBe(false);
  expect(outbox.write(Uint8Array.of(6))).toBe(true);
  while (take());
  expect(taken).toEqual([1, 2, 3, 6]);
});

test('S-33 an urgent write drops what waits, but not what the system already has', () => {
  const { outbox, taken, take } = slowSystem();
  for (const value of [1, 2, 3]) outbox.write(Uint8Array.of(value));
  outbox.writeUrgent(Uint8Array.of(9));
  while (take());
  expect(taken).toEqual([1, 9]);
});
