// The next step, from how everything stands: a person who only ever does what it says arrives.

import { describe, expect, it } from 'vitest';
import { roomInOrder } from '../../../host/core/checklist.ts';
import type { DeskState } from '../../../ui/contract/desk-state.ts';
import { nextStep, screenOfStep } from '../../../ui/renderer/view/next-step.ts';
import {
  areaSnapshot, deskState, FULL_DESK, runningSnapshot, snapshot, treatingState,
} from '../support/desk-fixture.ts';

const CASE: DeskState['caseFile'] = {
  kind: 'read', demo: true, charted: false, from: 'demo',
  caseFile: {
    person: 'p-1', bornOn: undefined, fitzpatrick: 2, history: 'unknown', conditions: {},
    precautions: [],
    screening: { answeredOn: undefined, answers: {}, signedBy: undefined }, clearances: [],
    signer: undefined,
  },
};

const PLANNED: DeskState['plan'] = {
  draft: {
    planId: 'plan-1', person: 'p-1',
    areas: [{
      area: 'cheek', side: 'left', sizeMm2: 3_000, depthUm: 750, rateCentiHz: 9_000, passes: 3,
      eyeProtection: false,
    }],
  },
  check: { admissible: true, refusals: [], notices: [], areas: [], notLookedAt: [] },
  offers: [],
};

const inOrder = { facts: roomInOrder('none', undefined), open: [] };

describe('the next step before a treatment', () => {
  it('asks first who is at the console, then for pen, person, plan and room, then begins', () => {
    let state = deskState({ pen: { ...deskState().pen, standing: { kind: 'away', why: '' } } });
    const does = (next: Partial<DeskState>): string => {
      const { kind } = nextStep(state, undefined);
      state = { ...state, ...next };
      return kind;
    };
    expect(does({ operator: 'Anna' })).toBe('name-operator');
    expect(does({ pen: deskState().pen })).toBe('meet-pen');
    expect(does({ caseFile: CASE })).toBe('demo-case');
    expect(does({ plan: PLANNED })).toBe('demo-plan');
    expect(does({ room: inOrder })).toBe('answer');
    expect(does({})).toBe('begin');
  });

  it('offers nothing invented outside of the demonstration', () => {
    const installation = { ...deskState().installation, demo: false };
    const real = deskState({ operator: 'Anna', installation });
    expect(nextStep(real, undefined).kind).toBe('name-person');
    expect(nextStep({ ...real, caseFile: CASE }, undefined).kind).toBe('choose-area');
  });

  it('does not begin while anything stands against the plan, and says what', () => {
    const refusal = { code: 'depth-over-limit', area: 'cheek', side: 'left' } as const;
    const plan = { ...PLANNED, check: { ...PLANNED.check, refusals: [refusal] } };
    const state = deskState({ operator: 'Anna', caseFile: CASE, plan, room: inOrder });
    const step = nextStep(state, undefined);
    expect(step).toEqual({ kind: 'mend', refusal, screen: 'plan' });
    expect(screenOfStep(step)).toBe('plan');
  });

  it('offers to leave out what has had all it may have today', () => {
    const where = { area: 'cheek', side: 'left' } as const;
    const refusal = { code: 'budget-spent', ...where } as const;
    const plan = { ...PLANNED, check: { ...PLANNED.check, refusals: [refusal] } };
    const state = deskState({ operator: 'Anna', caseFile: CASE, plan, room: inOrder });
    expect(nextStep(state, undefined)).toEqual({ kind: 'leave-out', refusal, ...where });
  });

  it('offers the example plan once, and the figure after it', () => {
    const first = deskState({ operator: 'Anna', caseFile: CASE, room: inOrder });
    expect(nextStep(first, undefined).kind).toBe('demo-plan');
    const { records } = FULL_DESK;
    expect(nextStep({ ...first, records }, undefined).kind).toBe('choose-area');
  });

  it('lets a window look on while another controls', () => {
    const windows = { role: 'viewer', controllerPresent: true, viewers: 1 } as const;
    expect(nextStep(deskState({ windows }), undefined).kind).toBe('look-on');
    const alone = deskState({ windows: { ...windows, controllerPresent: false } });
    expect(nextStep(alone, undefined).kind).toBe('take-control');
  });
});

describe('the next step of a treatment', () => {
  it('arms the first ordinary area with something left', () => {
    const step = nextStep(treatingState(), snapshot());
    expect(step).toEqual({ kind: 'arm', area: 'cheek', side: 'left' });
  });

  it('never arms an area at the eye by itself', () => {
    const eye = areaSnapshot({ area: 'crows-feet', eye: true });
    const areas = [areaSnapshot({ state: 'done' }), eye];
    expect(nextStep(treatingState(), snapshot({ areas })).kind).toBe('confirm-eye');
  });

  it('asks about the room again when the host finds it open', () => {
    const against = [{ code: 'room-open', item: 'not-cleaned' }] as const;
    const areas = [areaSnapshot({ against })];
    const step = nextStep(treatingState(), snapshot({ areas }));
    expect(step).toEqual({ kind: 'answer', reason: 'not-cleaned' });
  });

  it('says what is in the way of an area instead of arming it', () => {
    const areas = [areaSnapshot({ against: [{ code: 'trigger-held' }] })];
    expect(nextStep(treatingState(), snapshot({ areas })).kind).toBe('in-the-way');
  });

  it('leads to another area past a reason of one area alone', () => {
    const spent = areaSnapshot({ against: [{ code: 'pass-limit', area: 'cheek' }] });
    const areas = [spent, areaSnapshot({ side: 'right' })];
    const step = nextStep(treatingState(), snapshot({ areas }));
    expect(step).toMatchObject({ kind: 'elsewhere', area: 'cheek', side: 'right' });
    expect(nextStep(treatingState(), snapshot({ areas: [spent] })).kind).toBe('end-here');
  });

  it.each([
    { code: 'locked-out', forMs: 540_000 },
    { code: 'puncture-limit' },
    { code: 'pen-changed', expected: 'A', found: 'B' },
  ] as const)('offers an end where something lasting is in the way: $code', (refusal) => {
    const areas = [areaSnapshot({ against: [refusal] })];
    const step = nextStep(treatingState(), snapshot({ areas }));
    expect(step).toMatchObject({ kind: 'end-here', refusal });
  });

  it('follows the area that was chosen', () => {
    const state = treatingState();
    const { treatment } = state;
    if (treatment.kind !== 'running') throw new Error('the fixture treats');
    const chosen = { area: 'cheek', side: 'right' } as const;
    const step = nextStep({ ...state, treatment: { ...treatment, chosen } }, snapshot());
    expect(step).toEqual({ kind: 'arm', ...chosen });
  });

  it('offers a hand for a simulated pen that nobody holds', () => {
    const simulator = { ...deskState().simulator, operator: 'nobody' };
    const state = { ...treatingState(), simulator } as DeskState;
    expect(nextStep(state, runningSnapshot({ next: 'press', phase: 'armed' })).kind)
      .toBe('hold-pen');
  });

  it('wants a stop looked at and cleared, with its cause', () => {
    const cause = { kind: 'watch', finding: 'too-deep' } as const;
    const step = nextStep(treatingState(), snapshot({ phase: 'latched', next: 'clear', cause }));
    expect(step).toEqual({ kind: 'clear', cause, latch: undefined });
  });
});
