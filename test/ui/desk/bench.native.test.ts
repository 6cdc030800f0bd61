// A calibration by requests alone, through the real server, the real bench process and a simulated
// pen with its gauge: it excludes a treatment, is stopped with its readings kept, and given up.
import { expect, test } from 'vitest';
import { openConsole, openWindow, type PlainWindow } from '../console-rig.ts';

const SET_UP = { gauge: 'SIM-GAUGE', plan: 'short' } as const;

const ANSWERS: Readonly<Record<string, string>> = { 'warm-up': '20', ambient: '21.5' };

const standing = (window: PlainWindow): string => window.state().bench.standing.kind;

/** Says what is so, one thing after the other; a number that is too small is asked for again. */
async function answerAll(window: PlainWindow): Promise<readonly string[]> {
  const asked: string[] = [];
  await window.until(() => standing(window) === 'asking', 'the first question');
  await window.ask({ kind: 'bench-answer', text: 'n' });
  await window.until(() => {
    const now = window.state().bench.standing;
    return now.kind === 'asking' && now.complaint?.kind === 'unmet';
  }, 'a complaint');
  for (;;) {
    const now = window.state().bench.standing;
    if (now.kind !== 'asking') return asked;
    asked.push(now.asked);
    await window.ask({ kind: 'bench-answer', text: ANSWERS[now.asked] ?? 'y' });
    await window.until(() => {
      const next = window.state().bench.standing;
      return next.kind !== 'asking' || next.asked !== now.asked;
    }, 'the next question');
  }
}

test('a calibration excludes a treatment, is stopped, kept, and given up', async () => {
  const rig = await openConsole({ pen: 'sim' });
  const window = await openWindow(rig.server.address);
  await window.until(() => window.state().pen.standing.kind === 'met', 'a pen');
  expect(await window.ask({
    kind: 'bench-begin', resume: false, setUp: { ...SET_UP, gauge: 'SIM-TACHO' },
  })).toMatchObject({ ok: false, refusals: [{ code: 'no-gauge' }] });
  expect(await window.ask({ kind: 'bench-begin', resume: false, setUp: SET_UP }))
    .toEqual({ ok: true });
  expect(await window.ask({ kind: 'begin' })).toMatchObject({
    ok: false, refusals: [{ code: 'out-of-turn', item: 'calibration' }],
  });
  expect(rig.desk.treating()).toBe(true);
  expect(await answerAll(window)).toEqual([
    'metrology-cartridge', 'fixture', 'warm-up', 'ambient',
  ]);
  await window.until(() => window.bench()?.view.phase === 'unlinked', 'a bench that waits');
  expect(window.bench()?.view.pen?.trigger ?? false).toBe(false);
  const holding = setInterval(() => void window.ask({ kind: 'bench-hold', held: true }), 150);
  await window.until(() => window.bench()?.view.phase !== 'unlinked', 'a pen that has joined');
  clearInterval(holding);
  await window.until(() => !window.state().bench.held, 'a hold that has run out');
  expect(await window.ask({ kind: 'bench-cancel' })).toEqual({ ok: true });
  await window.until(() => window.state().bench.open !== undefined, 'what was kept');
  expect(window.state().bench).toMatchObject({ standing: { kind: 'broken-off', stopped: true } });
  await window.until(() => window.state().pen.standing.kind === 'met', 'the pen as before');
  await window.ask({ kind: 'bench-give-up' });
  await window.until(() => window.state().bench.open === undefined, 'nothing that is open');
  expect(rig.desk.treating()).toBe(false);
  await rig.close();
});
