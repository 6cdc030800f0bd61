import { describe, expect, test } from 'vitest';
import { openGate, type Claim, type Gate } from '../../../host/staff/index.ts';
import { createMemoryWorld, granted } from '../../support/journal.ts';
import { initInstallation } from '../../../host/journal/index.ts';
import { CHEAP, DATA, emptyHouse, house, lead, provider, SECRETS, type House } from './house.ts';

const gateOf = ({ world }: Pick<House, 'world'>): Gate =>
  openGate({ dataDir: DATA, world, place: 'console', cost: CHEAP });

const TREAT = { actions: ['treat'], about: 'p-1' } as const;
const typed = (name: string): Claim => ({ kind: 'typed', name });
const codes = async (asked: ReturnType<Gate['may']>): Promise<readonly string[]> => {
  const answer = await asked;
  return answer.ok ? [] : answer.error.map(({ code }) => code);
};

describe('the gate in front of every act', () => {
  test('an installation in which nobody works is open, with a chart and without', async () => {
    const bare = createMemoryWorld();
    granted(initInstallation(DATA, bare));
    for (const gate of [gateOf({ world: bare }), gateOf(emptyHouse())]) {
      expect(granted(gate.house())).toBe('open');
      expect(granted(await gate.may(typed('Zoë'), TREAT))).toEqual({ kind: 'typed', name: 'Zoë' });
    }
  });

  test('S-75 from the first clinical lead on a name alone is nobody\'s', async () => {
    const made = await house();
    const gate = gateOf(made);
    expect(granted(gate.house())).toBe('staffed');
    expect(await codes(gate.may(typed('j-diaz'), TREAT))).toEqual(['sign-in-needed']);
    expect(made.lines().at(-1)).toMatchObject({
      kind: 'act-refused', action: 'treat', staffId: 'unknown', because: 'sign-in-needed',
      about: 'p-1', place: 'console',
    });
  });

  test('it closes at once for a gate that was opened before anybody worked there', async () => {
    const made = emptyHouse();
    const gate = gateOf(made);
    expect(granted(gate.house())).toBe('open');
    granted(await made.desk.addFirst(
      { staffId: 'm-sato', name: 'Mika Sato', roles: ['clinical-lead'] }, SECRETS.lead));
    expect(await codes(gate.may(typed('x'), TREAT))).toEqual(['sign-in-needed']);
  });

  test('S-75 a secret stands for one act, and only for one of the own role', async () => {
    const made = await house();
    const gate = gateOf(made);
    const { staffId, secret } = provider();
    const actor = granted(await gate.may({ kind: 'secret', staffId, secret }, TREAT));
    expect(actor).toMatchObject({ kind: 'member', staffId: 'j-diaz', name: 'Juan Díaz' });
    const merging = { actions: ['merge-persons'] } as const;
    expect(await codes(gate.may({ kind: 'secret', staffId, secret }, merging)))
      .toEqual(['not-permitted']);
    expect(made.lines().at(-1)).toMatchObject({
      kind: 'act-refused', action: 'merge-persons', staffId: 'j-diaz', because: 'not-permitted',
    });
    const ended = actor.kind === 'member' ? actor.signInId : '';
    expect(await codes(gate.may({ kind: 'sign-in', signInId: ended }, TREAT)))
      .toEqual(['sign-in-ended']);
  });

  test('all that an act takes has to be permitted, and what is missing is named', async () => {
    const made = await house();
    const gate = gateOf(made);
    const { staffId, secret } = provider();
    const act = { actions: ['treat', 'treat-eye-area', 'treat-radio-frequency'] } as const;
    expect(await codes(gate.may({ kind: 'secret', staffId, secret }, act)))
      .toEqual(['not-permitted']);
    expect(made.lines().at(-1)).toMatchObject({ action: 'treat-radio-frequency' });
  });

  test('S-75 a sign-in is good until it is ended, too old, or its owner has left', async () => {
    const made = await house();
    const gate = gateOf(made);
    const signIn = async (): Promise<Claim> => {
      const { staffId, secret } = provider();
      return { kind: 'sign-in', signInId: granted(await gate.signIn(staffId, secret)).signInId };
    };
    const one = await signIn();
    const other = await signIn();
    expect(granted(await gate.may(one, TREAT))).toMatchObject({ staffId: 'j-diaz' });
    granted(await gate.signOut('j-diaz', one.kind === 'sign-in' ? one.signInId : '', 'left'));
    expect(await codes(gate.may(one, TREAT))).toEqual(['sign-in-ended']);
    made.pass(8 * 3_600_000);
    expect(await codes(gate.may(other, TREAT))).toEqual(['sign-in-ended']);
    const third = await signIn();
    granted(await made.desk.change('j-diaz', { kind: 'roles', roles: ['auditor'] }, lead()));
    expect(await codes(gate.may(third, TREAT))).toEqual(['not-permitted']);
    granted(await made.desk.change('j-diaz', { kind: 'retired', why: 'moved' }, lead()));
    expect(await codes(gate.may(third, TREAT))).toEqual(['sign-in-ended']);
  });

  test('S-77 a restart of the machine and a clock that went back end every sign-in', async () => {
    const made = await house();
    const gate = gateOf(made);
    const { staffId, secret } = provider();
    const { signInId } = granted(await gate.signIn(staffId, secret));
    made.restart();
    expect(await codes(gate.may({ kind: 'sign-in', signInId }, TREAT))).toEqual(['sign-in-ended']);
    made.pass(10 * 60_000);
    expect(await codes(gate.may({ kind: 'sign-in', signInId }, TREAT))).toEqual(['sign-in-ended']);
  });

  test('a chart that cannot be read lets nobody through', async () => {
    const made = await house();
    const { world } = made;
    const gate = openGate({
      dataDir: DATA, place: 'console', cost: CHEAP,
      world: { ...world, host: 'x', sha256: () => '00'.repeat(32) },
    });
    expect(await codes(gate.may(typed('x'), TREAT))).toEqual(['chart-refused']);
  });
});
