import { describe, expect, test } from 'vitest';
import { verifyStaff } from '../../../host/core/staff/verify-staff.ts';
import { granted } from '../../support/journal.ts';
import { emptyHouse, house, lead, provider, SECRETS } from './house.ts';

const HASH = 'cd'.repeat(32);
interface Outcome {
  readonly ok: boolean;
  readonly error?: readonly { readonly code: string }[];
}

const refused = (outcome: Outcome): readonly string[] =>
  outcome.ok ? [] : (outcome.error ?? []).map(({ code }) => code);

describe('the desk where people say who they are', () => {
  test('an id and its secret are recognised, and no line holds the secret', async () => {
    const { desk, lines } = await house();
    expect(granted(await desk.signIn(provider())).member.name).toBe('Juan Díaz');
    const written = JSON.stringify(lines());
    expect(written).not.toContain(SECRETS.provider);
    expect(written).not.toContain(SECRETS.lead);
    expect(lines().at(-1)).toMatchObject({
      kind: 'signed-in', staffId: 'j-diaz', place: 'console',
    });
  });

  test('before anybody works here nobody is recognised', async () => {
    expect(refused(await emptyHouse().desk.signIn(lead()))).toEqual(['nobody-yet']);
  });

  test('the first clinical lead is made once', async () => {
    const { desk } = await house();
    const again = { staffId: 'x-y', name: 'X Y', roles: ['clinical-lead'] } as const;
    expect(refused(await desk.addFirst(again, SECRETS.lead))).toEqual(['lead-exists']);
  });

  test('S-77 three failures begin a wait that grows, and a right secret does not end it',
    async () => {
      const { desk, pass, lines } = await house();
      for (let times = 1; times <= 2; times += 1) {
        expect(refused(await desk.signIn(provider('111222')))).toEqual(['not-recognised']);
      }
      expect(refused(await desk.signIn(provider('111222')))).toEqual([
        'not-recognised', 'locked-out',
      ]);
      expect(refused(await desk.signIn(provider()))).toEqual(['locked-out']);
      expect(lines().at(-1)).toMatchObject({ kind: 'locked-out', failures: 3, waitMs: 30_000 });
      pass(29_900);
      expect(refused(await desk.signIn(provider()))).toEqual(['locked-out']);
      pass(200);
      expect(granted(await desk.signIn(provider())).member.staffId).toBe('j-diaz');
      expect(refused(await desk.signIn(provider('111222')))).toEqual(['not-recognised']);
    });

  test('S-77 neither the wall clock nor a new start shortens a wait', async () => {
    const { desk, world, restart, pass } = await house();
    for (let times = 1; times <= 3; times += 1) await desk.signIn(provider('111222'));
    world.day = '2041-01-01';
    expect(refused(await desk.signIn(provider()))).toEqual(['locked-out']);
    world.day = '2021-01-01';
    expect(refused(await desk.signIn(provider()))).toEqual(['locked-out']);
    pass(20_000);
    restart();
    expect(refused(await desk.signIn(provider()))).toEqual(['locked-out']);
    pass(30_100);
    expect(granted(await desk.signIn(provider())).member.staffId).toBe('j-diaz');
  });

  test('S-77 guesses made side by side are all counted', async () => {
    const { desk, lines } = await house();
    const guesses = Array.from({ length: 6 }, (_, at) => desk.signIn(provider(`11122${at}`)));
    await Promise.all(guesses);
    expect(lines().filter(({ kind }) => kind === 'sign-in-failed')).toHaveLength(6);
    expect(refused(await desk.signIn(provider()))).toEqual(['locked-out']);
  });

  test('an id that nobody has is turned away as any other, and is not written down', async () => {
    const { desk, lines } = await house();
    const nobody = { staffId: 'not-a-soul', secret: '480273', place: 'console' };
    expect(refused(await desk.signIn(nobody))).toEqual(['not-recognised']);
    expect(JSON.stringify(lines())).not.toContain('not-a-soul');
    expect(lines().at(-1)).toMatchObject({ kind: 'sign-in-failed', staffId: 'unknown' });
  });

  test('a clinical lead unlocks, with a reason', async () => {
    const { desk } = await house();
    for (let times = 1; times <= 3; times += 1) await desk.signIn(provider('111222'));
    granted(await desk.change('j-diaz', { kind: 'unlocked', why: 'forgot it' }, lead()));
    expect(granted(await desk.signIn(provider())).member.staffId).toBe('j-diaz');
  });

  test('S-75 what a role may not do is refused although the secret was right', async () => {
    const { desk } = await house();
    const newcomer = { staffId: 'a-b', name: 'A B', roles: ['provider'] } as const;
    expect(refused(await desk.add(newcomer, '730284', provider()))).toEqual(['not-permitted']);
    expect(refused(await desk.recognise(provider(), 'sign-certificate'))).toEqual([
      'not-permitted',
    ]);
    expect(granted(await desk.recognise(provider(), 'treat')).staffId).toBe('j-diaz');
  });

  test('S-76 two leads who retire one another at once leave one behind', async () => {
    const { desk, lines } = await house();
    const other = { staffId: 'b-okafor', name: 'B Okafor', roles: ['clinical-lead'] } as const;
    granted(await desk.add(other, 'nine lamps at dusk', lead()));
    const second = { staffId: 'b-okafor', secret: 'nine lamps at dusk', place: 'console' };
    const gone = { kind: 'retired', why: 'left' } as const;
    const outcomes = await Promise.all([
      desk.change('b-okafor', gone, lead()),
      desk.change('m-sato', gone, second),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(verifyStaff(lines())).toEqual([]);
  });

  test('who is retired is not recognised any more', async () => {
    const { desk } = await house();
    granted(await desk.change('j-diaz', { kind: 'retired', why: 'moved away' }, lead()));
    expect(refused(await desk.signIn(provider()))).toEqual(['not-recognised']);
  });

  test('a secret is changed by its owner, and the old one is worth nothing after it', async () => {
    const { desk } = await house();
    granted(await desk.changeSecret('j-diaz', '730284', provider()));
    expect(refused(await desk.signIn(provider()))).toEqual(['not-recognised']);
    expect(granted(await desk.signIn(provider('730284'))).member.staffId).toBe('j-diaz');
    expect(refused(await desk.changeSecret('m-sato', '730284', provider('730284')))).toEqual([
      'not-permitted',
    ]);
  });

  test('S-78 a signature is a line with name, role, meaning and hash', async () => {
    const { desk, lines } = await house();
    const subject = { kind: 'plan', id: 'plan-1', hash: HASH };
    const asked = {
      meaning: 'override', subject, reason: 'seen and agreed', madeBy: 'j-diaz',
    } as const;
    granted(await desk.sign(lead(), asked));
    expect(lines().at(-1)).toMatchObject({
      kind: 'signed', staffId: 'm-sato', name: 'Mika Sato', role: 'clinical-lead',
      meaning: 'override', subject, components: 'who-and-secret', reason: 'seen and agreed',
    });
    expect(refused(await desk.sign(lead('wrong words here'), asked))).toEqual(['not-recognised']);
    expect(refused(await desk.sign(provider(), asked))).toEqual(['not-permitted']);
    expect(verifyStaff(lines())).toEqual([]);
  });
});
