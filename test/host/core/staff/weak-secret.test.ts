import { describe, expect, test } from 'vitest';
import { checkSecret } from '../../../../host/core/staff/weak-secret.ts';
import { staffSentence } from '../../../../host/core/staff/staff-words.ts';

const OWNER = ['m-sato', 'Mika Satochika'];
const said = (typed: string): string => {
  const checked = checkSecret(typed, OWNER);
  if (checked.ok) return checked.value.kind;
  return checked.error.code === 'weak-secret' ? checked.error.why : checked.error.code;
};

describe('a secret that is none', () => {
  test.each([
    ['12345', 'short-secret'],
    ['000000', 'repeats'],
    ['121212', 'repeats'],
    ['123123', 'repeats'],
    ['123456', 'counts'],
    ['987654', 'counts'],
    ['890123', 'counts'],
    ['135791', 'counts'],
    ['147258', 'common'],
    ['311299', 'year'],
    ['123199', 'year'],
    ['19840412', 'year'],
    ['12041984', 'year'],
    ['short words', 'short-secret'],
    ['password1234', 'common'],
    ['Corium Corium', 'common'],
    ['aaaaaaaaaaaa', 'repeats'],
    ['abcabcabcabc', 'repeats'],
    ['ababab ababa', 'repeats'],
    ['satochika 12', 'name'],
    ['Mika-Satochika', 'name'],
    ['x'.repeat(129), 'long-secret'],
  ])('%s is refused: %s', (typed, why) => {
    expect(said(typed)).toBe(why);
  });

  test.each([
    ['480273', 'pin'],
    ['9142756308', 'pin'],
    ['seven quiet herons', 'passphrase'],
    ['satochika walks under nine lamps', 'passphrase'],
    ['七羽の静かな鷺が夜明けに飛ぶ', 'passphrase'],
  ])('%s is taken as a %s', (typed, kind) => {
    expect(said(typed)).toBe(kind);
  });

  test('what looks alike is one secret, however it was typed', () => {
    const full = checkSecret('\uff14\uff18\uff10\uff12\uff17\uff13', OWNER);
    expect(full).toEqual({ ok: true, value: { text: '480273', kind: 'pin' } });
  });

  test('no sentence repeats the secret', () => {
    for (const typed of ['123456', 'password1234', '4802', 'q'.repeat(200)]) {
      const checked = checkSecret(typed, OWNER);
      if (!checked.ok) expect(staffSentence(checked.error)).not.toContain(typed);
    }
  });
});
