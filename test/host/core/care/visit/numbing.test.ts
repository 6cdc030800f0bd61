// Numbing cream, minute by minute, and what it keeps from happening.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openReasons } from '../../../../../host/core/checklist.ts';
import {
  type Application,
  isStrong,
  NO_NUMBING,
  type Numbing,
  numbingAlert,
  type NumbingEvent,
  numbingLetsArm,
  numbingSentence,
  numbingStep,
} from '../../../../../host/core/care/visit/numbing.ts';
import { openSteps, roomFactsOf, STEPS } from '../../../../../host/core/care/visit/steps.ts';
import { given, refused } from '../../../../support/limit-world.ts';

const CREAM: Application = {
  product: 'Lidocaine cream',
  strengthCentiPercent: 400,
  milligrams: 5_000,
  sizeMm2: 12_000,
  skins: [{ area: 'cheek', side: 'left' }],
  startMinute: 600,
  labelMinutesMax: undefined,
};
const applied = (change: Partial<Application> = {}): NumbingEvent =>
  ({ kind: 'applied', application: { ...CREAM, ...change } });
const after = (...events: readonly NumbingEvent[]): Numbing =>
  events.reduce<Numbing>((state, event) => given(numbingStep(state, event)), NO_NUMBING);

const REMOVED = { kind: 'removed', minute: 635 } as const;
const CLEANED = { kind: 'cleaned', minute: 637 } as const;
const PUNCTURED = { kind: 'punctured' } as const;

test('it runs, asks for a look after 30 minutes, and has to come off after 60', () => {
  const on = after(applied());
  expect([600, 629, 630, 659, 660, 599].map((minute) => numbingAlert(on, minute))).toEqual([
    'running', 'running', 'look', 'look', 'remove-now', 'remove-now',
  ]);
});

test('a label that was entered sets the time, shorter or longer', () => {
  expect(numbingAlert(after(applied({ labelMinutesMax: 20 })), 620)).toBe('remove-now');
  expect(numbingAlert(after(applied({ labelMinutesMax: 120 })), 719)).toBe('look');
  expect(numbingAlert(after(applied({ labelMinutesMax: 120 })), 720)).toBe('remove-now');
});

test('S-62 only skin without cream, or cleaned after it, lets a pen be armed', () => {
  const states = [
    NO_NUMBING, after(applied()), after(applied(), REMOVED), after(applied(), REMOVED, CLEANED),
  ];
  expect(states.map(numbingLetsArm)).toEqual([true, false, false, true]);
  const ticks = STEPS.map((step) => ({ step, by: 'Provider' }));
  const open = states.map((state) => openReasons(roomFactsOf(state, ticks, 'Provider'), false));
  expect(open).toEqual([[], ['numbing-not-removed'], ['numbing-not-removed'], []]);
});

test('S-62 after the first puncture nothing is put on any more', () => {
  const cleaned = after(applied(), REMOVED, CLEANED, PUNCTURED);
  expect(refused(numbingStep(cleaned, applied()))).toBe('after-first-puncture');
  expect(refused(numbingStep(after(PUNCTURED), applied()))).toBe('after-first-puncture');
  expect(refused(numbingStep(after(applied()), PUNCTURED))).toBe('not-removed');
});

test('S-62 no order of events arms with cream on, or puts cream on broken skin', () => {
  const anyEvent = fc.constantFrom<NumbingEvent>(applied(), REMOVED, CLEANED, PUNCTURED);
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 12 }), (events) => {
      let state: Numbing = NO_NUMBING;
      let cream = false;
      let broken = false;
      for (const event of events) {
        const next = numbingStep(state, event);
        if (!next.ok) continue;
        expect(event.kind === 'applied' && broken).toBe(false);
        expect(event.kind === 'punctured' && cream).toBe(false);
        if (event.kind === 'applied') cream = true;
        if (event.kind === 'cleaned') cream = false;
        if (event.kind === 'punctured') broken = true;
        state = next.value;
        expect(numbingLetsArm(state)).toBe(!cream);
      }
    }),
  );
});

test.each<[string, Partial<Application>]>([
  ['product-missing', { product: ' ' }],
  ['strength-impossible', { strengthCentiPercent: 10_001 }],
  ['amount-impossible', { milligrams: Number.NaN }],
  ['size-impossible', { sizeMm2: 0 }],
  ['area-missing', { skins: [] }],
  ['label-impossible', { labelMinutesMax: 0 }],
])('%s', (code, change) => {
  const refusal = refused(numbingStep(NO_NUMBING, applied(change)));
  expect(refusal).toBe(code);
  expect(numbingSentence(refusal)).toMatch(/^The .*\.$|^No .*\.$/);
});

test('what is above 4 per cent is strong', () => {
  expect([400, 401].map((strengthCentiPercent) => isStrong({ ...CREAM, strengthCentiPercent })))
    .toEqual([false, true]);
});

test('an eye row wants its shield ticked, and a tick is somebody\'s', () => {
  const eye = [{ area: 'infraorbital', side: 'left' }] as const;
  expect(openSteps(CREAM.skins, [])).not.toContain('eye-shield');
  expect(openSteps(eye, [])).toEqual(STEPS);
  expect(openSteps(eye, [{ step: 'eye-shield', by: ' ' }])).toContain('eye-shield');
  expect(roomFactsOf(NO_NUMBING, [], undefined).barrierFitted).toBeUndefined();
});
