import fs from 'node:fs';
import { expect, test } from 'vitest';
import { stopBoundStrokes } from '../../protocol/stop-bound.ts';
import { centiHz, ms, strokes } from '../../protocol/units.ts';
import { pedalStopBoundStrokes } from '../../host/link/pedal-bound.ts';

const README = fs.readFileSync(new URL('../../host/link/README.md', import.meta.url), 'utf8');

test('the published bounds of trigger and pedal are those that the code computes', () => {
  const row = /^\| ([0-9.]+|any)(?: Hz)? \| (\d+)[^|]*\| (\d+) \| (\d+) \|$/gm;
  const rows = [...README.matchAll(row)];
  expect(rows.length).toBe(5);
  for (const [, hz = '', credit = '', trigger = '', pedal = ''] of rows) {
    const rate = hz === 'any' ? 150 : Number(hz);
    const grant = {
      credit: strokes(Number(credit)),
      rateCentiHz: centiHz(Math.round(rate * 100)),
      leaseMs: ms(200),
    };
    expect([stopBoundStrokes(grant), pedalStopBoundStrokes(grant)], hz).toEqual([
      Number(trigger),
      Number(pedal),
    ]);
  }
});
