/**
 * Pairing from end to end in memory: a person at the button, both ends with the same key, another
 * key under the first, a key taken away, and what is left where somebody stops in the middle.
 */
import { expect, test } from 'vitest';
import { pair, type PairNews, rotate, unpair } from '../../../host/pairing/procedure.ts';
import type { BytePort } from '../../../protocol/byte-port.ts';
import { keyIdOf } from '../../../protocol/pairing.ts';
import { Reveal } from '../../../protocol/pairing-messages.ts';
import { memoryPort } from '../../../sim/memory.ts';
import type { Pen } from '../../../sim/pen.ts';
import { unstuffed } from '../../support/cobs.ts';
import { penFor } from '../../world/parts.ts';
import { deskAt, handAt, keysIn, timeOf } from './desk.ts';

const ID_AT = 3;

const paired = async (pen: Pen, folder: string, honest = true) => {
  const told: PairNews[] = [];
  const time = timeOf(() => pen, handAt(() => pen, () => told, honest));
  time.passMs(300);
  const desk = deskAt(pen, time, folder);
  const ground = { ...desk.ground, told: (news: PairNews) => told.push(news) };
  const result = await time.until(pair(ground));
  return { time, desk, ground, result, told };
};

test('S-53 a pen is paired by two acts at its button, and both ends have one key', async () => {
  const pen = penFor('meridian-p', 7);
  const folder = keysIn();
  const { result, ground, told } = await paired(pen, folder);
  expect(result).toMatchObject({ ok: true, value: { serial: pen.serial } });
  expect(told.map(({ kind }) => kind)).toEqual(['hold-button', 'compare']);
  const held = pen.firmware().pairing.held.keys;
  const kept = ground.keys.of(pen.serial);
  expect(kept).toMatchObject({ value: { keys: [{ key: held[0], proven: true }] } });
  expect(held).toHaveLength(1);
});

test('S-53 without the second press there is no key, and the pen is as it was', async () => {
  const pen = penFor('meridian-p', 7);
  const { result } = await paired(pen, keysIn(), false);
  expect(result).toEqual({ ok: false, error: { code: 'not-confirmed' } });
  expect(pen.firmware().pairing.held.keys).toEqual([]);
});

test('S-53 without the button there is no window, and the pen refuses to begin', async () => {
  const pen = penFor('meridian-p', 7);
  const time = timeOf(() => pen);
  time.passMs(300);
  const { ground } = deskAt(pen, time, keysIn());
  expect(await time.until(pair(ground))).toEqual({ ok: false, error: { code: 'no-window' } });
});

test('S-54 a key is changed under the one that there is, and the old one is over', async () => {
  const pen = penFor('meridian-p', 7);
  const { time, ground, result } = await paired(pen, keysIn());
  const before = result.ok ? result.value.keyId : 0;
  const changed = await time.until(rotate(ground));
  expect(changed).toMatchObject({ ok: true });
  time.passMs(200);
  const keys = pen.firmware().pairing.held.keys.map(keyIdOf);
  expect(keys).toEqual([changed.ok ? changed.value.keyId : 0]);
  expect(keys).not.toContain(before);
});

test('S-54 a key that the pen may have got is kept, though nothing more was heard', async () => {
  const pen = penFor('meridian-p', 7);
  const folder = keysIn();
  const { time, desk, ground } = await paired(pen, folder);
  desk.end();
  const carrier = memoryPort(pen);
  const deaf: BytePort = {
    ...carrier,
    write: (bytes) => unstuffed(bytes)[ID_AT] === Reveal.id || carrier.write(bytes),
  };
  const again = deskAt(pen, time, folder, deaf);
  expect(await time.until(rotate(again.ground))).toMatchObject({ ok: false });
  const kept = ground.keys.of(pen.serial);
  const proofs = kept.ok && kept.value?.keys.map(({ proven }) => proven);
  expect(proofs).toEqual([true, false]);
  expect(pen.firmware().pairing.held.keys).toHaveLength(1);
});

test('a pen that is unpaired holds no key, and neither does this computer', async () => {
  const pen = penFor('meridian-p', 7);
  const { time, ground } = await paired(pen, keysIn());
  expect(await time.until(unpair(ground))).toMatchObject({ ok: true });
  expect(pen.firmware().pairing.held.keys).toEqual([]);
  expect(ground.keys.of(pen.serial)).toEqual({ ok: true, value: undefined });
});

test('S-50 another computer reads a paired pen, and can neither change its key nor unpair it',
  async () => {
    const pen = penFor('meridian-p', 7);
    const { time, desk } = await paired(pen, keysIn());
    desk.end();
    const other = deskAt(pen, time, keysIn());
    const met = await time.until(other.ground.talk.greet());
    expect(met?.pages.identity.serial).toBe(pen.serial);
    expect(other.news).toEqual([{ kind: 'stranger' }]);
    expect(await time.until(rotate(other.ground))).toMatchObject({ error: { code: 'not-sealed' } });
    expect(await time.until(unpair(other.ground))).toMatchObject({ error: { code: 'not-sealed' } });
  });

test('a key that was lost is made anew at the button; identity and ledger stay', async () => {
  const pen = penFor('meridian-p', 7);
  await paired(pen, keysIn());
  const { ledger } = pen.firmware();
  const { result } = await paired(pen, keysIn());
  expect(result).toMatchObject({ ok: true });
  expect(pen.firmware().ledger).toEqual(ledger);
});
