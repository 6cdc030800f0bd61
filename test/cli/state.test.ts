/** The console asks for what a person pressed, and for nothing at the eye without its name. */
import { expect, test } from 'vitest';
import { consoleStep } from '../../host/cli/console/state.ts';
import { areaInTurn, type ConsoleState } from '../../host/cli/console/step.ts';
import type { OperatorRequest } from '../../host/core/control/event.ts';
import { areaSeen, consoleAfter, consoleSeeing, eyeArea, running, seen } from './snapshots.ts';

interface Pressed {
  readonly state: ConsoleState;
  readonly requests: readonly OperatorRequest[];
  readonly says: readonly string[];
  readonly go: string;
}

/** Presses keys one after the other. */
function press(from: ConsoleState, ...keys: readonly string[]): Pressed {
  const all = { requests: [] as OperatorRequest[], says: [] as string[], go: 'on' };
  let state = from;
  for (const key of keys) {
    const step = consoleStep(state, { kind: 'key', key });
    ({ state } = step);
    all.requests.push(...step.requests);
    all.says.push(...step.says);
    if (step.go !== 'on') all.go = step.go;
  }
  return { state, ...all };
}

const letters = (word: string): readonly string[] => word.match(/./g) ?? [];

const ENTER = '\r';
const CTRL_C = '\u0003';
const DOWN = '\u001b[B';
const onlyEyeLeft = consoleSeeing(seen({ areas: [areaSeen({ state: 'done' }), eyeArea()] }));

test('Enter arms the next area that is not at the eye', () => {
  expect(press(consoleSeeing(seen()), ENTER).requests).toEqual([
    { kind: 'arm', area: 'forehead', side: 'midline', eyeConfirmed: false },
  ]);
});

test('S-11 Enter never arms an area at the eye; it says how that is done', () => {
  const { requests, says } = press(onlyEyeLeft, ENTER, ENTER, ENTER);
  expect(requests).toEqual([]);
  expect(says[0]).toContain('lies at the eye');
});

test('S-11 an area at the eye is armed by typing its name after e', () => {
  expect(press(onlyEyeLeft, 'e', ...letters('infraorbital'), ENTER).requests).toEqual([
    { kind: 'arm', area: 'infraorbital', side: 'left', eyeConfirmed: true },
  ]);
});

test('a name that is not quite right arms nothing', () => {
  const { requests, says, state } = press(onlyEyeLeft, 'e', ...letters('infraorbita'), ENTER);
  expect(requests).toEqual([]);
  expect(says).toEqual(['"infraorbita" is not "infraorbital"; nothing was armed.']);
  expect(state.mode.kind).toBe('plain');
});

test('a letter can be taken back, and Escape goes back', () => {
  const typed = press(onlyEyeLeft, 'e', ...letters('infraorbitalx'), '\u007f', ENTER);
  expect(typed.requests).toHaveLength(1);
  expect(press(onlyEyeLeft, 'e', ...letters('infra'), '\u001b').state.mode.kind).toBe('plain');
});

test('letters of a name are no commands while it is typed, and space still stops', () => {
  expect(press(onlyEyeLeft, 'e', 's', 'c', 'd', 'q').requests).toEqual([]);
  expect(press(onlyEyeLeft, 'e', 's', ' ').requests).toEqual([{ kind: 'stop', by: 'nurse' }]);
});

test('a chosen area is armed instead of the next, and choosing goes round', () => {
  const three = consoleSeeing(
    seen({ areas: [areaSeen(), areaSeen({ area: 'chin' }), areaSeen({ area: 'nose' })] }),
  );
  expect(press(three, DOWN, ENTER).requests[0]).toMatchObject({ area: 'chin' });
  expect(areaInTurn(press(three, DOWN, DOWN, DOWN).state)).toBe(0);
});

test('nothing is chosen while an area is armed', () => {
  const busy = consoleSeeing(running());
  expect(press(busy, DOWN).state.chosen).toBeUndefined();
});

test('the pedal chooses what it is told to have chosen and arms nothing', () => {
  const state = consoleSeeing(seen());
  const step = consoleStep(state, {
    kind: 'heard',
    message: { kind: 'chosen', area: 'infraorbital', side: 'left' },
  });
  expect(step.state.chosen).toBe(1);
  expect(step.requests).toEqual([]);
});

test('a treatment with areas left is finished only when asked twice', () => {
  const once = press(consoleSeeing(seen()), 'f');
  expect(once.requests).toEqual([]);
  expect(press(once.state, 'f').requests).toEqual([
    { kind: 'finish', by: 'nurse', outcome: 'stopped' },
  ]);
  expect(press(once.state, 'x', 'f').requests).toEqual([]);
});

test('a treatment with every area done is completed at once', () => {
  const all = consoleSeeing(seen({ next: 'finish', areas: [areaSeen({ state: 'done' })] }));
  expect(press(all, 'f').requests).toEqual([
    { kind: 'finish', by: 'nurse', outcome: 'completed' },
  ]);
});

test('Ctrl-C leaves once and kills twice', () => {
  const first = press(consoleSeeing(running()), CTRL_C);
  expect(first.go).toBe('leave');
  expect(press(first.state, CTRL_C).go).toBe('kill');
});

test('a finished treatment is left by itself, once', () => {
  const snapshot = seen({ phase: 'finished', next: 'none' });
  const message = { kind: 'snapshot', snapshot } as const;
  const step = consoleStep(consoleSeeing(seen()), { kind: 'heard', message });
  expect(step.go).toBe('leave');
  expect(consoleStep(step.state, { kind: 'heard', message }).go).toBe('on');
});

test('a plan that is not admitted is left with every sentence kept', () => {
  const state = consoleAfter({ kind: 'not-admitted', by: 'plan', sentences: ['a', 'b'] });
  expect(state.turnedAway).toMatchObject({ by: 'plan', sentences: ['a', 'b'] });
  expect(state.leaving).toBe(true);
});

test('what keeps the host waiting is said once', () => {
  const waiting = { kind: 'heard', message: { kind: 'waiting', why: 'No pen.' } } as const;
  const first = consoleStep(consoleAfter(), waiting);
  expect(first.says).toEqual(['No pen.']);
  expect(consoleStep(first.state, waiting).says).toEqual([]);
});

test('a refusal of the host is said in its own sentences', () => {
  const step = consoleStep(consoleSeeing(seen()), {
    kind: 'heard',
    message: { kind: 'refused', what: 'arm', refusals: [{ code: 'charging' }] },
  });
  expect(step.says).toEqual(['The pen is charging; take it off the charger.']);
});

const openRoom = consoleSeeing(
  seen({ areas: [areaSeen({ against: [{ code: 'room-open', item: 'barrier-not-fitted' }] })] }),
);

test('the room is asked about question by question, and sent when all are answered', () => {
  const { requests, state } = press(openRoom, 'r', 'n', 'y', 'y', 'y', 'y');
  expect(requests).toEqual([
    {
      kind: 'room',
      by: 'nurse',
      room: {
        numbing: 'none',
        packageWasIntact: true,
        barrierFitted: true,
        onlySterileGlide: true,
        cleanedSinceLastPerson: true,
        screenedBy: undefined,
      },
    },
  ]);
  expect(state.mode.kind).toBe('plain');
});

test('S-40 a question that is not answered with yes leaves the room open', () => {
  const { requests, says } = press(openRoom, 'r', 'r', 'y', 'n');
  expect(requests).toEqual([]);
  expect(says).toEqual(['The room is left open; nothing can be armed yet.']);
});

test('S-40 without a case file somebody signs for the screening as well', () => {
  const item = 'not-screened';
  const areas = [areaSeen({ against: [{ code: 'room-open', item }] })];
  const { requests } = press(consoleSeeing(seen({ areas })), 'r', 'n', 'y', 'y', 'y', 'y', 'y');
  expect(requests[0]).toMatchObject({ kind: 'room', room: { screenedBy: 'nurse' } });
});
