/**
 * Faults as one writes them, and what is said when one cannot be read.
 */
import { expect, test } from 'vitest';
import { FAULT_KINDS, readFault } from '../../sim/fault-words.ts';

test('a fault is a kind and a moment, for good unless it says for how long', () => {
  expect(readFault('stuck-encoder@5000')).toEqual({
    ok: true,
    value: { kind: 'stuck-encoder', at: { kind: 'ms', ms: 5_000 }, lasting: 'for-good' },
  });
  expect(readFault('stuck-encoder@5000+250')).toMatchObject({ value: { lasting: { ms: 250 } } });
});

test('figures are given by name, and may be negative', () => {
  expect(readFault('clock-drift@0,ppm=-20000')).toMatchObject({ value: { ppm: -20_000 } });
  expect(readFault('depth-creep@10,umPerS=50,umMax=300')).toMatchObject({
    value: { umPerS: 50, umMax: 300 },
  });
});

test('a figure that is missing or unknown is refused by name', () => {
  expect(readFault('overspeed@5')).toMatchObject({ error: { why: 'it needs permille' } });
  expect(readFault('reset@5,hard=1')).toMatchObject({ error: { why: 'it has no hard' } });
});

test('what is no fault is refused with what there is', () => {
  expect(readFault('gremlins@5')).toMatchObject({ error: { code: 'no-such-fault' } });
  expect(readFault('overspeed')).toMatchObject({ error: { code: 'bad-fault' } });
  expect(readFault('stuck-encoder@-1')).toMatchObject({ error: { code: 'bad-fault' } });
});

test('every kind that is listed can be read', () => {
  const figures = [
    'permille=1', 'rateCentiHz=1', 'umPerS=1', 'umMax=1', 'offsetUm=1', 'nmPerStroke=1', 'every=2',
    'readsMn=1', 'readsDeg=1', 'readsMmS=1', 'percent=1', 'temperatureDeciC=1', 'ms=1', 'ppm=1',
  ];
  for (const kind of FAULT_KINDS) {
    const needs = readFault(`${kind}@1`);
    const why = needs.ok ? '' : needs.error.why;
    const given = figures.filter((figure) => why.includes(figure.split('=')[0] ?? ''));
    const text = [`${kind}@1`, ...given].join(',');
    expect([text, readFault(text).ok]).toEqual([text, true]);
  }
});
