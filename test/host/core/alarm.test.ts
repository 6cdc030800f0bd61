/**
 * The table of alarms: priorities, what latches, what clears, and that each has its words.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alarmOf,
  ALARMS,
  type AlarmBoard,
  alarmsOn,
  clearable,
  MOMENTARY,
  olderAlarms,
  priorityOf,
  setAlarms,
} from '../../../host/core/alarm.ts';
import { alarmWords, latchWords, stopWords } from '../../../host/core/control-words.ts';
import { LATCH_REASONS } from '../../../protocol/reason.ts';

const ALL = Object.keys(ALARMS) as (keyof typeof ALARMS)[];

describe('the table of alarms', () => {
  test('S-43 gives high priority to harm under way, and to a stop that is not confirmed', () => {
    const high = ALL.filter((alarm) => priorityOf(alarm) === 'high');
    expect(high).toEqual([
      'too-deep', 'counter-beyond-grant', 'energy-beyond-grant', 'energy-unasked',
      'tissue-too-hot', 'counter-backwards', 'moving-unasked', 'armed-unasked',
      'overspeed', 'not-retracted', 'stop-not-confirmed', 'foreign-arming', 'too-hard',
      'guard-refused',
    ]);
    for (const alarm of ['link-lost', 'budget-spent', 'cartridge-gone'] as const) {
      expect(priorityOf(alarm)).toBe('medium');
    }
    for (const alarm of ['budget-nearly-spent', 'battery-weak', 'tilt'] as const) {
      expect(priorityOf(alarm)).toBe('low');
    }
  });

  test('S-43 what latches is cleared by a person, and the rest ends with its condition', () => {
    for (const alarm of ALL) {
      expect([alarm, ALARMS[alarm].clearedBy]).toEqual([
        alarm, ALARMS[alarm].latches ? 'clear' : 'condition',
      ]);
    }
    for (const alarm of MOMENTARY) expect(ALARMS[alarm].latches).toBe(false);
  });

  test('has words for each, and no two with the same', () => {
    const words = ALL.map(alarmWords);
    for (const line of words) expect(line.length).toBeGreaterThan(8);
    expect(new Set(words).size).toBe(words.length);
  });

  test('S-43 has an alarm and a sentence for every latch of a pen', () => {
    for (const reason of Object.keys(LATCH_REASONS) as (keyof typeof LATCH_REASONS)[]) {
      expect(ALARMS[alarmOf({ kind: 'pen', reason })].latches).toBe(true);
      expect(latchWords(reason)).toMatch(/^The pen is latched: .+[.]$/);
      expect(stopWords({ kind: 'pen', reason })).toMatch(/^The pen stopped itself: .+[.]$/);
    }
  });

  test('names the alarm of each cause', () => {
    expect(alarmOf({ kind: 'operator', by: 'Anna' })).toBe('operator-stop');
    expect(alarmOf({ kind: 'host', why: 'stalled' })).toBe('host-trouble');
    expect(alarmOf({ kind: 'watch', finding: 'too-deep' })).toBe('too-deep');
    expect(alarmOf({ kind: 'pen', reason: 'overspeed' })).toBe('overspeed');
    expect(alarmOf({ kind: 'pen', reason: 'stall' })).toBe('pen-fault');
  });
});

describe('the board', () => {
  const some = fc.subarray(ALL);

  test('shows what was set and not put out, and tells each change once', () => {
    fc.assert(fc.property(some, some, some, (first, on, off) => {
      const { board } = setAlarms({}, first, []);
      const next = setAlarms(board, on, off);
      const expected = ALL.filter(
        (alarm) => on.includes(alarm) || (first.includes(alarm) && !off.includes(alarm)),
      );
      expect(new Set(alarmsOn(next.board))).toEqual(new Set(expected));
      for (const { alarm, on: isOn } of next.changes) {
        expect(board[alarm] === undefined).toBe(isOn);
        expect(next.board[alarm] === undefined).toBe(!isOn);
      }
      expect(setAlarms(next.board, on, off).changes).toEqual([]);
    }));
  });

  test('lets a person put out what latches, and nothing else', () => {
    const { board } = setAlarms({}, ALL, []);
    expect(clearable(board)).toEqual(ALL.filter((alarm) => ALARMS[alarm].latches));
  });

  test('keeps the age of an alarm that is set again', () => {
    const board: AlarmBoard = olderAlarms(setAlarms({}, ['tilt'], []).board, 50);
    expect(setAlarms(board, ['tilt'], []).board).toEqual({ tilt: { ageMs: 50 } });
  });
});
