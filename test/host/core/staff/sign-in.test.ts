import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  IDLE_MS, NOBODY_SIGNED_IN, type SignIn, type SignInEvent, signInStep, WHOLE_MS,
} from '../../../../host/core/staff/sign-in.ts';

const recognised = (staffId: string): SignInEvent => ({
  kind: 'recognised', signInId: `${staffId}-1`, staffId, roles: ['provider'], place: 'console',
});
const passed = (elapsedMs: number, treating = false): SignInEvent =>
  ({ kind: 'passed', elapsedMs, treating });

const after = (...events: readonly SignInEvent[]) =>
  events.reduce<ReturnType<typeof signInStep>>(
    (step, event) => {
      const next = signInStep(step.state, event);
      return { state: next.state, ended: next.ended ?? step.ended };
    },
    { state: NOBODY_SIGNED_IN, ended: undefined },
  );

describe('a sign-in at the console', () => {
  test('ends when nobody touches the console, and not a millisecond before', () => {
    expect(after(recognised('a'), passed(IDLE_MS - 1)).state.kind).toBe('signed-in');
    expect(after(recognised('a'), passed(IDLE_MS - 1), passed(1))).toMatchObject({
      state: { kind: 'nobody' }, ended: { staffId: 'a', why: 'idle' },
    });
  });

  test('a touch begins the idling anew', () => {
    const nearly = passed(IDLE_MS - 1);
    const step = after(recognised('a'), nearly, { kind: 'touched' }, nearly);
    expect(step.state.kind).toBe('signed-in');
  });

  test('hands at the pen are no idling: a treatment is not cut off by it', () => {
    const step = after(recognised('a'), passed(WHOLE_MS * 2, true));
    expect(step.state.kind).toBe('signed-in');
    expect(signInStep(step.state, passed(1)).ended?.why).toBe('too-long');
  });

  test('however busy, it ends after a working day', () => {
    const busy = Array.from({ length: 200 }).flatMap((): readonly SignInEvent[] =>
      [passed(IDLE_MS - 1), { kind: 'touched' }]);
    expect(after(recognised('a'), ...busy).ended?.why).toBe('too-long');
  });

  test('somebody else signing in ends the one before', () => {
    expect(after(recognised('a'), recognised('b'))).toMatchObject({
      state: { staffId: 'b' }, ended: { staffId: 'a', why: 'other-sign-in' },
    });
  });

  test('who is retired is signed out, and who loses a role loses it at once', () => {
    expect(after(recognised('a'), { kind: 'retired', staffId: 'a' }).ended?.why).toBe('retired');
    expect(after(recognised('a'), { kind: 'retired', staffId: 'b' }).state.kind).toBe('signed-in');
    const less: SignInEvent = { kind: 'roles-changed', staffId: 'a', roles: ['auditor'] };
    expect(after(recognised('a'), less).state).toMatchObject({ roles: ['auditor'] });
  });

  test('S-77 time that runs backwards makes no sign-in longer', () => {
    // Large steps either way, so that enough time runs forwards for the sign-in to end.
    const step = fc.constantFrom(-IDLE_MS, -IDLE_MS / 2, -1, 0, 1, IDLE_MS / 4, IDLE_MS / 3);
    const steps = fc.array(step, { minLength: 12, maxLength: 40 });
    fc.assert(fc.property(steps, (elapsed) => {
      let forwards = 0;
      let state: SignIn = after(recognised('a')).state;
      for (const elapsedMs of elapsed) {
        forwards += Math.max(0, elapsedMs);
        state = signInStep(state, passed(elapsedMs)).state;
        expect(state.kind).toBe(forwards >= IDLE_MS ? 'nobody' : 'signed-in');
        if (state.kind === 'nobody') return;
      }
    }));
  });
});
