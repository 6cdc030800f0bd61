/**
 * A small run of every kind of noise on both ends of a link session, and on ends that do not look
 * at the session or at the numbers of what they hear.
 */
import { describe, expect, test } from 'vitest';
import { step } from '../../sim/firmware/index.ts';
import { hostOfAnyNumber, hostOfAnySession } from './twins.ts';
import { penOfAnyGrant, penOfAnyRequest, penOfAnySession, penThatTakesOffence } from './twins.ts';
import { runHost } from './host-run.ts';
import { KINDS } from './kinds.ts';
import { runPen } from './pen-run.ts';
import { rehearse } from './rehearsal.ts';
import type { Tally } from './tally.ts';
import type { Task } from './task.ts';

const SMALL = 60_000;
const KIND_NAMES = Object.keys(KINDS);

const task = (kind: string): Task => ({ kind, seed: 7, bytes: SMALL, weigh: false });
const whats = ({ findings }: Tally): ReadonlySet<string> => new Set(findings.map((f) => f.what));

test('a rehearsal moves needles and says what noise could spoil', () => {
  const talk = rehearse(3, 77);
  const pen = talk.makePen();
  for (const move of talk.pen) {
    if (move.kind === 'bytes') pen.receive(move.bytes);
    else pen.advance(move.ms, move.hand);
  }
  expect(pen.truth().strokes).toBeGreaterThan(30);
  expect(pen.truth().strokes).toBeLessThanOrEqual(talk.ceiling);
  expect(talk.host.length).toBeGreaterThan(200);
});

test.each([['host', runHost], ['pen', runPen]] as const)(
  'the %s lives through a conversation again, and knows nothing of the life before',
  (_, run) => {
    const tally = run({ ...task('repetitions'), bytes: 4_500_000 });
    expect(tally.findings).toEqual([]);
    expect(tally.heard).toBe(tally.good);
  },
);

describe('the host\'s end', () => {
  test.each(KIND_NAMES)('S-19 is not moved by %s', (kind) => {
    const tally = runHost(task(kind));
    expect(tally.findings).toEqual([]);
    expect(tally.heard).toBe(tally.good);
  });

  test.each([
    ['takes any link session', hostOfAnySession, 'repetitions'],
    ['takes any number', hostOfAnyNumber, 'repetitions'],
    ['takes any link session', hostOfAnySession, 'everything mixed'],
  ] as const)('that %s is found', (_, reduce, kind) => {
    expect(whats(runHost(task(kind), reduce))).toContain('acted');
  });
});

describe('the pen\'s end', () => {
  test.each(KIND_NAMES)('S-19 is not moved by %s', (kind) => {
    const tally = runPen(task(kind));
    expect(tally.findings).toEqual([]);
    expect(tally.heard).toBe(tally.good);
  });

  test.each([
    ['takes any link session', penOfAnySession, 'foreign frames'],
    ['takes any grant again', penOfAnyGrant, 'repetitions'],
    ['takes any request again', penOfAnyRequest, 'repetitions'],
    ['takes offence at noise', penThatTakesOffence, 'text'],
  ] as const)('that %s is found', (_, firmware, kind) => {
    expect(whats(runPen(task(kind), firmware))).toContain('acted');
  });

  test('that throws at a bad payload is found', () => {
    const thrower: typeof step = (state, event, elapsedMs) => {
      if (event.kind === 'dropped' && event.why === 'bad-payload') throw new Error('stumbled');
      return step(state, event, elapsedMs);
    };
    expect(whats(runPen(task('foreign frames'), thrower))).toContain('exception');
  });
});
