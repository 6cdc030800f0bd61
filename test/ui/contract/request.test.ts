// The door for what windows ask: everything known comes through, and nothing else does.
import { expect, test } from 'vitest';
import { type Ask, requestSchema } from '../../../ui/contract/request.ts';

const comesThrough = (ask: unknown): boolean => requestSchema.safeParse({ id: 1, ask }).success;

test.each<Ask>([
  { kind: 'stop' },
  { kind: 'arm', area: 'cheek', side: 'left', eyeConfirmed: false },
  { kind: 'change-area', area: 'cheek', side: 'left', change: { depthUm: 500, reason: null } },
  { kind: 'room', room: { numbing: 'none', packageWasIntact: true } },
  { kind: 'sim-fault', fault: 'motor-stall', lastingMs: 500 },
  { kind: 'name-operator', name: 'Ana Müller' },
])('a window may ask %o', (ask) => {
  expect(comesThrough(ask)).toBe(true);
});

test.each([
  [undefined],
  [{ kind: 'drive' }],
  [{ kind: 'stop', by: 'somebody' }],
  [{ kind: 'arm', area: 'eyeball', side: 'left', eyeConfirmed: true }],
  [{ kind: 'arm', area: 'cheek', side: 'left' }],
  [{ kind: 'change-area', area: 'cheek', side: 'left', change: { depthUm: 0.5 } }],
  [{ kind: 'change-area', area: 'cheek', side: 'left', change: { depthUm: -1 } }],
  [{ kind: 'name-operator', name: 'x'.repeat(1_000) }],
  [{ kind: 'name-operator', name: 'two\nlines' }],
  [{ kind: 'name-operator', name: ' ' }],
  [{ kind: 'sim-fault', fault: 'motor-stall --nv /etc/passwd' }],
  [{ kind: 'load-plan', fileName: 'plan.json', text: 'x'.repeat(300_000) }],
])('nothing else comes through: %o', (ask) => {
  expect(comesThrough(ask)).toBe(false);
});
