/**
 * A recording of a whole treatment in the virtual world replays into the very same decisions: every
 * frame that the host sent, byte for byte; and where it does not, the first difference is named.
 */
import { beforeAll, expect, test } from 'vitest';
import { hostStep } from '../../host/loop/host-step.ts';
import { SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { parseRecording } from '../../host/replay/read-recording.ts';
import { hashWords, pack, type Recording, unpack } from '../../host/replay/recording.ts';
import { replay } from '../../host/replay/replay.ts';
import { headLine, recordLines } from '../../host/replay/writing.ts';
import { closingLines, timelineLines } from '../../host/cli/replay-text.ts';
import { type Change, onlyPlan, partsOf } from '../world/parts.ts';
import { createWorld, type World } from '../world/world.ts';

const HEAD = {
  corium: 'wire recording', version: 1, schemaHash: hashWords(SCHEMA_HASH),
  startedAt: '2026-11-20T12:00:00.000Z', pen: 'memory', host: '0.1.0',
} as const;

/** Plays a treatment in the virtual world and records it. */
function recorded(change: Change, play: (world: World) => void): string {
  const lines = [headLine(HEAD)];
  const clock = { nowMs: () => 0 };
  const recorder = recordLines((line) => lines.push(line), () => clock.nowMs());
  const world = createWorld({
    ...partsOf(change),
    mind: () => ({
      step: (host, event, elapsedMs) => {
        recorder.stepped(event, elapsedMs);
        return hostStep(host, event, elapsedMs);
      },
    }),
    judge: (made) => {
      clock.nowMs = made.nowMs;
      made.onBytes((tap, bytes) => {
        if (tap === 'host-heard') recorder.heard(bytes);
        if (tap === 'host-wrote') recorder.sent(bytes, { urgent: false, lost: false });
      });
    },
  });
  play(world);
  recorder.ended('left');
  return `${lines.join('\n')}\n`;
}

const finished = (world: World): boolean => world.snapshot()?.phase === 'finished';
const made: { text: string; recording: Recording } = {
  text: '', recording: { head: HEAD, lines: [], whole: true },
};

const read = (text: string): Recording => {
  const parsed = parseRecording(text, 'a.wire', false);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
};

beforeAll(() => {
  made.text = recorded({}, (world) => world.runUntil(() => finished(world)));
  made.recording = read(made.text);
});

test('a whole treatment of four areas replays byte for byte', () => {
  const replayed = replay(made.recording);
  expect(replayed.divergence).toBeUndefined();
  expect(replayed.outcome).toBe('completed');
  expect(replayed.framesOut).toBeGreaterThan(500);
  expect(replayed.strokes).toBeGreaterThan(3_000);
});

test('S-21 a treatment with a pulled cable, a clear and a stop replays as well', () => {
  const text = recorded({ plan: onlyPlan({}) }, (world) => {
    world.runUntil(() => world.strokes.length > 50);
    world.unplug();
    world.runFor(900);
    world.plugIn();
    world.runFor(3_000);
    world.tell({ kind: 'clear', by: 'Dr Jekyll' });
    world.runFor(2_000);
    world.tell({ kind: 'stop', by: 'Dr Jekyll' });
    world.runFor(500);
  });
  const replayed = replay(read(text));
  expect(replayed.divergence).toBeUndefined();
  const kinds = replayed.moments.map(({ happening }) => happening.kind);
  expect(kinds).toEqual(expect.arrayContaining(['link-lost', 'linked', 'phase', 'alarm']));
  expect(text).not.toContain('Jekyll');
});

test('a recording in which one byte that was sent is another is told at that frame', () => {
  const lines = made.text.split('\n');
  const at = lines.findIndex((line) => line.includes('"out"') && line.includes('12'));
  lines[at] = (lines[at] ?? '').replace(/"out":"(..)(..)/, '"out":"$1ff');
  const replayed = replay(read(lines.join('\n')));
  expect(replayed.divergence?.recorded).toMatch(/^00ff/);
  expect(closingLines(replayed, true).at(-1)).toMatch(/^The replay goes another way at/);
});

test('pieces of any size are recorded as they came, and damage is shown with its reason', () => {
  const text = recorded(
    { plan: onlyPlan({}), line: {
      latencyMs: 2, jitterMs: 4, bytesPerMs: 0, lossPpm: 0, duplicatePpm: 0, flipPpm: 20_000,
      truncatePpm: 0, reorderPpm: 0, babblePpm: 0,
    } },
    (world) => world.runFor(6_000),
  );
  const replayed = replay(read(text));
  expect(replayed.divergence).toBeUndefined();
  const drops = replayed.moments.filter(({ happening }) => happening.kind === 'dropped');
  expect(drops.length).toBeGreaterThan(0);
});

test('no name of a person goes into a recording', () => {
  expect(made.text).toContain('"person":"person"');
  expect(made.text).toContain('"operator":"operator"');
  expect(made.text).not.toContain('demo-person');
});

test('what was packed is what is unpacked, absences and all', () => {
  const event = { kind: 'x', nothing: undefined, far: Infinity, deep: [{ none: undefined }] };
  const back = unpack(JSON.parse(pack(event)) as unknown);
  expect(back).toEqual(event);
  expect(Object.keys(back as object)).toEqual(Object.keys(event));
});

test('the timeline tells the story in a line each, and every message when asked', () => {
  const { moments } = replay(made.recording);
  const story = timelineLines(moments, { messages: false, fromMs: 0, toMs: Infinity });
  expect(story[0]).toMatch(/^ +\d+\.\d{3} s {2}host {2}JOIN treatment$/);
  expect(story.join('\n')).toMatch(/asked to arm the forehead\n.*\n?.*phase reserving/);
  const all = timelineLines(moments, { messages: true, fromMs: 4_000, toMs: 4_100 });
  expect(all.length).toBeGreaterThan(8);
  expect(all.join('\n')).toContain('TELEMETRY');
});

test('what is foreign, of another version, damaged or cut off is refused in a sentence', () => {
  const refusal = (text: string, cut = false): string => {
    const parsed = parseRecording(text, 'a.wire', cut);
    return parsed.ok ? '' : parsed.error;
  };
  expect(refusal('hello\n')).toMatch(/^a\.wire is no wire recording of Corium; /);
  expect(refusal('')).toMatch(/no wire recording/);
  const [first = '', ...rest] = made.text.split('\n');
  const other = (change: (head: string) => string): string => [change(first), ...rest].join('\n');
  expect(refusal(other((head) => head.replace('"version":1', '"version":9')))).toMatch(/version 9/);
  expect(refusal(other((head) => head.replace(/0x\w+/, '0x00000001')))).toMatch(/0x00000001/);
  const cut = made.text.slice(0, 20_000);
  expect(refusal(cut)).toMatch(/^a\.wire is cut off after \d+ lines: say --cut/);
  expect(refusal(cut, true)).toBe('');
  expect(refusal([first, '{"t":1,"in":"0"}', ...rest].join('\n'))).toMatch(/^Line 2 of a\.wire is/);
});

test('a recording that was cut off replays as far as it goes', () => {
  const parsed = parseRecording(made.text.slice(0, 300_000), 'a.wire', true);
  if (!parsed.ok) throw new Error(parsed.error);
  const replayed = replay(parsed.value);
  expect(parsed.value.whole).toBe(false);
  // What the host was about to send when it was cut off is the one thing that may be missing.
  expect(replayed.divergence?.recorded ?? 'nothing').toBe('nothing');
});
