import { expect, test } from 'vitest';
import { examine } from '../../../host/doctor/index.ts';
import { measureLateness } from '../../../host/doctor/lateness.ts';

test('this computer is looked at, with a named port that is not there', async () => {
  const { findings, healthy } = await examine({ path: '/dev/ttyACM99' });
  expect(findings.find(({ what }) => what === '/dev/ttyACM99 is not there')?.level).toBe('bad');
  expect(healthy).toBe(false);
});

test('the trees that tell of devices are parameters', async () => {
  const roots = { sys: '/nowhere', proc: '/nowhere', dev: '/nowhere' };
  const { findings } = await examine({ roots, path: '/dev/null' });
  expect(findings.find(({ check }) => check === 'busy')?.level).toBe('unknown');
});

test('lateness is how much later than due a timer fired, and never negative', async () => {
  let nowMs = 0;
  const lateBy = [0, 7, 0.5];
  const timers = {
    nowMs: () => nowMs,
    after(delayMs: number, run: () => void) {
      nowMs += delayMs + (lateBy.shift() ?? 0);
      run();
      return () => undefined;
    },
  };
  expect(await measureLateness(timers, 3)).toEqual([0, 7, 0.5]);
});
