import { describe, expect, test } from 'vitest';
import { diagnose, portsToCheck } from '../../../host/doctor/diagnose.ts';
import { diagnosisText } from '../../../host/doctor/diagnosis-text.ts';
import type { Surroundings } from '../../../host/doctor/surroundings.ts';
import { recorded } from './recorded.ts';

/** The findings of one check, as levels and what they say. */
const said = (around: Surroundings, check: string): readonly string[] =>
  diagnose(around)
    .findings.filter((finding) => finding.check === check)
    .map(({ level, what, next }) => [level, what, next].filter((part) => part !== '').join(' | '));

describe('a computer as it should be', () => {
  const around = recorded('good');

  test('is healthy, and nothing is left to do', () => {
    const { healthy, findings } = diagnose(around);
    expect(healthy).toBe(true);
    expect(findings.filter(({ level }) => level !== 'good')).toEqual([]);
    expect(findings.length).toBe(9);
  });

  test('is told in one line for each finding', () => {
    const lines = diagnosisText(diagnose(around));
    expect(lines.length).toBe(9 + 2);
    expect(lines.at(-1)).toBe('Nothing stands in the way.');
    expect(lines).toContain('ok   ModemManager runs and leaves /dev/ttyACM0 alone');
  });
});

describe('a computer where everything is in the way', () => {
  const around = recorded('bad');

  test('an old Node is named, and what to start instead', () => {
    expect(said(around, 'node')).toEqual([
      'bad | Node v20.20.2 | Start it through "npm run", which uses the Node of the lockfile.',
    ]);
  });

  test('late timers are bad once the lease of a pen could run out', () => {
    expect(said(around, 'lateness')[0]).toMatch(/^bad \| Timers are at most 121.5 ms late/);
  });

  test('a missing group is named, with the command that joins it', () => {
    expect(said(around, 'permission')).toEqual([
      'bad | mara may not use /dev/ttyUSB0 | ' +
        'Run "sudo usermod -aG dialout $USER" and sign in again.',
      expect.stringMatching(/^bad \| \/dev\/ttyACM7 is not there \| Plug it in/),
    ]);
  });

  test('whoever holds the port is named', () => {
    const [first] = said(around, 'busy');
    expect(first).toBe(
      'bad | /dev/ttyUSB0 is held by ModemManager (process 612), cura (process 3010)' +
        ' | Close ModemManager and cura and try again.',
    );
  });

  test('a ModemManager that has the port open is bad, one that may take it is a warning', () => {
    const [holding, waiting] = said(around, 'modem-manager');
    expect(holding).toMatch(/^bad \| ModemManager has \/dev\/ttyUSB0 open now/);
    expect(waiting).toMatch(/^warning \| ModemManager runs and may touch \/dev\/ttyACM7/);
  });

  test('a device that may sleep is a warning with the line that keeps it awake', () => {
    expect(said(around, 'autosuspend')).toEqual([
      'warning | /dev/ttyUSB0 may be put to sleep after 2000 ms | ' +
        'Run "echo on | sudo tee /sys/devices/usb1/1-3/power/control", or exclude it in TLP.',
    ]);
  });

  test('missing programs and libraries are warnings: a named port works without them', () => {
    expect(said(around, 'udevadm')[0]).toMatch(/^warning \| udevadm is not on the path/);
    expect(said(around, 'libusb')[0]).toMatch(/^warning .*"sudo apt install libusb-1.0-0"/);
  });

  test('every finding that is not good says what to do, and the text ends with the verdict', () => {
    const diagnosis = diagnose(around);
    for (const finding of diagnosis.findings.filter(({ level }) => level !== 'good')) {
      expect(finding.next, finding.what).toMatch(/\S/);
      expect(finding.why).toMatch(/\.$/);
    }
    expect(diagnosis.healthy).toBe(false);
    expect(diagnosisText(diagnosis).at(-1)).toBe('Something stands in the way: see BAD.');
  });
});

describe('a computer that is half way there', () => {
  const around = recorded('half');

  test('a user who joined the group is told to sign in again, not to join it', () => {
    expect(said(around, 'permission')).toEqual([
      'bad | mara may not use /dev/ttyACM0 | ' +
        'You are in the group dialout since you signed in: sign in again.',
    ]);
  });

  test('what cannot be seen is said to be unknown, not free', () => {
    expect(said(around, 'busy')[0]).toMatch(/^unknown \| Nobody is seen to hold/);
    const blind = { ...around, roots: { ...around.roots, proc: '/nowhere' } };
    const files = { ...around.files, names: () => undefined };
    expect(said({ ...blind, files }, 'busy')[0]).toMatch(/^unknown/);
  });

  test('a negative delay means never asleep', () => {
    expect(said(around, 'autosuspend')).toEqual(['good | /dev/ttyACM0 is kept awake']);
  });

  test('timers that are late, but not dangerously, are a warning', () => {
    expect(said(around, 'lateness')[0]).toMatch(/^warning/);
  });
});

test('a computer without ports, and one whose timers nobody measured, are told as such', () => {
  const around = { ...recorded('good'), ports: [], latenessMs: [] };
  expect(said(around, 'ports')).toEqual(['good | No USB serial port is plugged in']);
  expect(said(around, 'lateness')).toEqual(['unknown | No timer was measured']);
});

test('the checks of Linux are left out elsewhere', () => {
  const checks = diagnose({ ...recorded('good'), platform: 'darwin' }).findings;
  expect(checks.map(({ check }) => check)).toEqual([
    'node', 'lateness', 'permission', 'busy', 'keys',
  ]);
});

test('a named port is looked at once, found or not', () => {
  const found = { ports: recorded('good').ports, listFailure: undefined };
  expect(portsToCheck(found, '/dev/ttyACM0')).toEqual(found.ports);
  expect(portsToCheck(found, '/dev/pts/4').map(({ path }) => path)).toEqual([
    '/dev/ttyACM0',
    '/dev/pts/4',
  ]);
  expect(portsToCheck(found, undefined)).toEqual(found.ports);
});
