/** A gauge whose cable was out comes back by itself, and nobody has to name it again. */
import { expect, test } from 'vitest';
import { cablelessGauge, keepGauge } from '../../../host/gauge/kept-gauge.ts';
import type { GaugePort } from '../../../host/gauge/gauge-port.ts';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { given } from '../../support/limit-world.ts';
import { handTimers } from './port-pair.ts';

/** A cable that can be pulled out, and says lines while it is in. */
function cable() {
  let line = (_text: string, _atMs: number): void => undefined;
  let gone = (_why: string): void => undefined;
  const closed: string[] = [];
  let opened = 0;
  let there = true;
  const open = (): Promise<Result<GaugePort, string>> => {
    if (!there) return Promise.resolve(refuse('There is no gauge.'));
    opened += 1;
    const number = `gauge ${opened}`;
    const port: GaugePort = {
      ...cablelessGauge('plain'),
      onLine: (listener) => {
        line = listener;
        return () => undefined;
      },
      onGone: (listener) => {
        gone = listener;
        return () => undefined;
      },
      close: () => {
        closed.push(number);
        return Promise.resolve();
      },
    };
    return Promise.resolve(ok(port));
  };
  return {
    open, closed, opened: () => opened,
    say: (text: string) => line(text, 1),
    pull: () => {
      there = false;
      gone('pulled out');
    },
    putBack: () => {
      there = true;
    },
  };
}

const settled = async (): Promise<void> => {
  for (let turns = 0; turns < 5; turns += 1) await Promise.resolve();
};

test('its lines are heard again once the cable is in again', async () => {
  const { timers, pass } = handTimers();
  const one = cable();
  const gauge = given(await keepGauge(one.open, timers));
  const heard: string[] = [];
  gauge.onLine((text) => heard.push(text));
  gauge.onGone((why) => heard.push(why));
  one.say('0.500');
  one.pull();
  for (let tries = 0; tries < 3; tries += 1) {
    pass(500);
    await settled();
  }
  expect([one.opened(), heard]).toEqual([1, ['0.500', 'pulled out']]);
  one.putBack();
  pass(500);
  await settled();
  one.say('0.501');
  expect([one.opened(), heard.at(-1)]).toEqual([2, '0.501']);
});

test('one that was let go of is not looked for any more', async () => {
  const { timers, pass } = handTimers();
  const one = cable();
  const gauge = given(await keepGauge(one.open, timers));
  await gauge.close();
  expect(one.closed).toEqual(['gauge 1']);
  one.pull();
  pass(2_000);
  await settled();
  expect(one.opened()).toBe(1);
});

test('one that is not there at first is not waited for', async () => {
  const one = cable();
  one.pull();
  expect(await keepGauge(one.open, handTimers().timers)).toEqual(refuse('There is no gauge.'));
});
