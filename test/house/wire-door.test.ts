/**
 * S-37: one door to the wire. Whatever a treatment writes to a pen passes the performer, in which
 * the guard has the last word, and a bench has a door of the same kind; nobody else writes.
 */
import { expect, test } from 'vitest';
import { filesMatching } from './tree.ts';

/** Who else touches a port, and why no treatment passes there. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ['host/loop/perform.ts', 'The door itself: the guard reads every frame here.'],
  ['host/bench/run-bench.ts', 'The door of a bench, at which the same guard reads every frame.'],
  ['host/conform/drive-port.ts', 'Judges a pen on a bench by what no host should send.'],
  ['host/gauge/gauge-port.ts', 'The port of a gauge, at which there is no pen.'],
  ['host/service/write-line.ts', 'Lines of service mode, each of which the guard has let pass.'],
  ['host/pairing/talk.ts', 'Talks of keys alone, and a guard without a wish reads every frame.'],
  ['host/pairing/sealed-port.ts', 'Puts a seal around what the performer wrote; no more.'],
  ['host/replay/tap.ts', 'Hands on to the port what the performer wrote, byte for byte.'],
]);

const WRITES = /\bport(?:\(\))?\??\.(?:write|writeUrgent)\(/;

test('S-37 nobody but the performer writes to the port of a pen', () => {
  const files = filesMatching('host/**/*.ts');
  const writers = files
    .filter(({ path, text }) => !path.startsWith('host/link/') && WRITES.test(text))
    .map(({ path }) => path);
  expect(writers).toContain('host/loop/perform.ts');
  expect(writers.filter((path) => !OTHERS.has(path))).toEqual([]);
});

const DOORS = ['host/loop/perform.ts', 'host/bench/run-bench.ts'];

test.each(DOORS)('S-37 %s shows every frame to the guard before it writes it', (path) => {
  const text = filesMatching(path)[0]?.text ?? '';
  expect(text.indexOf('guard.stops(bytes)')).toBeGreaterThan(0);
  expect(text.indexOf('guard.stops(bytes)')).toBeLessThan(text.search(WRITES));
});
