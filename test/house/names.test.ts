/** A quantity is named with its unit, spelt as the closed list spells it. */
import { expect, test } from 'vitest';
import { misnamedUnits } from './names.ts';
import { filesMatching, PRODUCT } from './tree.ts';

test('every quantity in the product ends in its unit', () => {
  const files = filesMatching(PRODUCT);
  expect(files.length).toBeGreaterThan(0);
  expect(files.flatMap(misnamedUnits)).toEqual([]);
});

test.each([
  'const rateMhz = 1;',
  'const ratemHz = 1;',
  'const leaseMillis = 200;',
  'function f(depthMicrons: number): void {}',
  'interface A { readonly motorCurrentMA: number }',
  'interface A { readonly depth: number }',
  'const f = (maxRate: number): number => 1;',
  'const a = { batteryMV: 3 };',
  'const { forceMillinewtons } = a;',
])('this misuses a unit: %s', (text) => {
  expect(misnamedUnits({ path: 'a.ts', text })).toHaveLength(1);
});

test.each([
  'const rateCentiHz = 1; const depthUmMax = 5; const penMs = 3; const motorMa = 4;',
  'interface A { readonly depth: Depth; readonly baudRate: number }',
  'type Micrometres = number;',
  'const RENEW_MS = 50; const DEPTH_UM_MAX = 1;',
  'const items = alarms; const forms = 1; const hertz = 2;',
])('this is well named: %s', (text) => {
  expect(misnamedUnits({ path: 'a.ts', text })).toEqual([]);
});
