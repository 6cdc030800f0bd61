/** Every pen that is broken in one rule is found, by the check that is there for it. */
import { expect, test } from 'vitest';
import { CHECKS } from '../../host/conform/checks/all.ts';
import { transcriptChecks } from '../../host/conform/read-transcripts.ts';
import { rig } from '../sim/pen/rig.ts';
import { talkTo } from '../sim/pen/talker.ts';
import { BROKEN_PENS } from './broken-pens.ts';
import { judgeVirtually } from './bench.ts';

const ALL = [...CHECKS, ...transcriptChecks()];

test.each(BROKEN_PENS.map((broken) => [broken.forgets, broken.foundBy, broken] as const))(
  'a pen that forgets %s is found by %s',
  (_forgets, foundBy, { step, toPen }) => {
    const check = ALL.find(({ name }) => name === foundBy);
    if (check === undefined) throw new Error(`no check is called ${foundBy}`);
    const pen = rig({
      ...(step === undefined ? {} : { step }),
      ...(check.cartridge === 'metrology' ? { cartridge: check.cartridge } : {}),
    });
    const road = toPen === undefined ? {} : { toPen };
    const { all } = judgeVirtually(pen, [check], { hand: 'bench', ...road });
    expect(all[0]?.verdict).toMatchObject({ kind: 'failed' });
  },
);

test('a pen that latched by itself is not judged, and not cleared', () => {
  const pen = rig({
    faults: [{ kind: 'cartridge-gone', at: { kind: 'ms', ms: 1_500 } }],
  });
  const armed = CHECKS.filter(({ name }) => name === 'silence-disarms');
  const { all, end } = judgeVirtually(pen, armed, { hand: 'none' });
  expect(all[0]?.verdict).toMatchObject({ kind: 'failed' });
  expect(end).toMatchObject({ kind: 'judged', left: { proven: true } });
  expect(pen.firmware().latch.reason).toBe('cartridge-gone');
});

test('S-21 a pen that is latched when it comes is left as it is', () => {
  const pen = rig();
  talkTo(pen).send({ kind: 'stop' });
  const { end, all } = judgeVirtually(pen, CHECKS, { hand: 'none' });
  expect([end, all]).toEqual([{ kind: 'latched', reason: 'host-stop' }, []]);
  expect(pen.firmware().latch.reason).toBe('host-stop');
});
