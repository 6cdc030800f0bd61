/** What keys and words mean. */
import { expect, test } from 'vitest';
import { keyCommand, LINE_WORDS, lineCommand } from '../../host/cli/console/command.ts';
import { keysIn } from '../../host/cli/console/keyboard.ts';
import { keyName } from './key-name.ts';

test('space and s stop the pen', () => {
  expect(keyCommand(' ')).toEqual({ kind: 'stop' });
  expect(keyCommand('s')).toEqual({ kind: 'stop' });
});

test('a key without a meaning does nothing, whatever objects are made of', () => {
  expect(keyCommand('x')).toBeUndefined();
  expect(keyCommand('constructor')).toBeUndefined();
});

test('a piece of input is taken key by key, arrows whole', () => {
  expect(keysIn('a\u001b[B \u001b').map(keyName)).toEqual(['a', 'down', 'space', 'escape']);
});

test('every word that help lists is understood', () => {
  const lines = LINE_WORDS.map(([word]) => word.replace(/\[?AREA SIDE\]?/, 'cheek left'));
  expect(lines.map((line) => lineCommand(line).ok)).toEqual(lines.map(() => true));
});

test('an area is named with its side, under any usual name', () => {
  expect(lineCommand('arm left cheek').ok).toBe(false);
  expect(lineCommand('arm cheek left')).toEqual({
    ok: true,
    value: { kind: 'arm', area: 'cheek', side: 'left', eye: false },
  });
  expect(lineCommand('EYE under eye right')).toEqual({
    ok: true,
    value: { kind: 'arm', area: 'infraorbital', side: 'right', eye: true },
  });
});

test('a paired area without a side is asked for it, one on the midline is not', () => {
  expect(lineCommand('arm cheek')).toEqual({
    ok: false,
    error: 'The cheek has two sides; write "arm cheek left" or right.',
  });
  expect(lineCommand('arm forehead').ok).toBe(true);
});

test('the room is signed for in words that say what was done about numbing', () => {
  expect(lineCommand('room removed screened')).toEqual({
    ok: true,
    value: { kind: 'room', numbing: 'removed-and-cleaned', screened: true },
  });
  expect(lineCommand('room').ok).toBe(false);
  expect(lineCommand('room fine').ok).toBe(false);
});

test('a word that nobody knows is answered with those there are', () => {
  const said = lineCommand('launch');
  expect(said.ok ? '' : said.error).toMatch(/"launch" is no command; known are room none.*leave\./);
});
