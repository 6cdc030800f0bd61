// Pairing at the command line: opens the pen, tells the person what to do at it, and writes down
// that it was done. The key itself is neither shown nor written anywhere but in its file.

import { randomBytes, randomInt } from 'node:crypto';
import type { Result } from '../../../protocol/result.ts';
import { explainFault, explainRefusal, nodeWorld, openJournal } from '../../journal/index.ts';
import type { NoteGiven } from '../../journal/index.ts';
import { sayOpenRefusal, systemTimers } from '../../link/index.ts';
import {
  insideData, type KeyStore, keyName, openKeyStore, openSealed, pair, type PairedPen,
  type PairNews, type PairRefusal, rotate, sayKeyRefusal, sayPairRefusal, sayTrouble,
  type SealNews, talkTo, unpair,
} from '../../pairing/index.ts';
import { HOST_VERSION } from '../../version.ts';
import { EXIT } from '../exit-code.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { accessPen, type PenAccess, type SimWish } from '../pen-access.ts';
import type { Terminal } from '../terminal.ts';

/** What pairing is asked with. */
export interface PairingAsked {
  readonly what: 'pair' | 'rotate' | 'unpair';
  readonly pen: string;
  readonly dataDir: string;
  readonly by: string;
  readonly sim: SimWish;
  readonly json: boolean;
}

const PROCEDURES = { pair, rotate, unpair } as const;
const NONCE_END = 2 ** 32 - 1;
const KEY_BYTES = 32;

/** Pairs a pen, changes its key, or takes it away. */
export async function pairingCommand(asked: PairingAsked, terminal: Terminal): Promise<Outcome> {
  const keys = openKeyStore();
  const inside = insideData(keys.folder, asked.dataDir);
  if (inside !== undefined) return failed(EXIT.refused, [sayKeyRefusal(inside)]);
  const all = keys.all();
  if (!all.ok) return failed(EXIT.refused, [sayKeyRefusal(all.error)]);
  const journal = openJournal(asked.dataDir, nodeWorld(HOST_VERSION), {});
  if (!journal.ok) return failed(EXIT.journal, [explainRefusal(journal.error)]);
  const access = await accessPen(asked.pen, asked.sim);
  if (!access.ok) {
    journal.value.close();
    return access.error;
  }
  const result = await atPen(access.value, keys, asked, terminal);
  await access.value.close();
  const outcome = 'code' in result ? result : conclude(result, asked, (note) => {
    const noted = journal.value.appendAndSyncNow(note);
    return noted.ok ? undefined : explainFault(noted.error);
  });
  journal.value.close();
  return outcome;
}

async function atPen(
  access: PenAccess,
  keys: KeyStore,
  asked: PairingAsked,
  terminal: Terminal,
): Promise<Outcome | Result<PairedPen, PairRefusal>> {
  const news: SealNews[] = [];
  const opened = await openSealed(access.address, (one) => news.push(one), keys);
  if (!opened.ok) return failed(EXIT.pen, [sayOpenRefusal(opened.error)]);
  const talk = talkTo({
    port: opened.value,
    timers: systemTimers,
    drawNonce: () => randomInt(1, NONCE_END),
  });
  const result = await PROCEDURES[asked.what]({
    talk,
    keys,
    chance: () => randomBytes(KEY_BYTES),
    standing: () => news.at(-1),
    told: (one) => tell(one, access, asked, terminal),
  });
  talk.end();
  await opened.value.close();
  const now = news.at(-1);
  const trouble = now !== undefined && now.kind !== 'sealed' && now.kind !== 'bare';
  if (result.ok || !trouble || (asked.what === 'pair' && now.kind === 'stranger')) return result;
  return failed(EXIT.refused, [sayTrouble(now)]);
}

/** What a person does at the pen; a simulated one has it done by itself. */
function tell(
  news: PairNews,
  { tell: command, simulated }: PenAccess,
  { json }: PairingAsked,
  terminal: Terminal,
): void {
  const say = json ? terminal.err : terminal.out;
  if (news.kind === 'hold-button') {
    say(`Pen ${news.serial}: hold the button beside its charging contacts, not the trigger, for `
      + 'three seconds, until its light blinks.');
    if (simulated) command('button 3200');
    return;
  }
  say(`Does pen ${news.serial} show ${news.digits}? Then press its button once more, within half `
    + 'a minute. If it shows anything else, leave it alone: somebody stands in between.');
  if (simulated) command('button 300');
}

const NOTES = {
  pair: 'pen-paired', rotate: 'key-rotated', unpair: 'pen-unpaired',
} as const;

const WORDS = {
  pair: 'is paired with this computer',
  rotate: 'has a new key',
  unpair: 'holds no key any more',
} as const;

function conclude(
  result: Result<PairedPen, PairRefusal>,
  { what, by }: PairingAsked,
  note: (note: NoteGiven) => string | undefined,
): Outcome {
  if (!result.ok) {
    const code = result.error.code === 'no-answer' ? EXIT.pen : EXIT.refused;
    return failed(code, [sayPairRefusal(result.error)]);
  }
  const { serial, keyId } = result.value;
  const key = keyName(keyId);
  const fault = note({ kind: NOTES[what], serial, key, by });
  const line = `Pen ${serial} ${WORDS[what]} (key ${key}).`;
  if (fault !== undefined) return failed(EXIT.journal, [fault], { lines: [line] });
  return done([line], { ok: true, what, serial, key });
}

/** Forgets a key here, for a pen that is lost or has none any more. */
export function forgetKey(serial: string): Outcome {
  const keys = openKeyStore();
  const known = keys.of(serial);
  if (!known.ok) return failed(EXIT.refused, [sayKeyRefusal(known.error)]);
  if (known.value === undefined) {
    return failed(EXIT.refused, [
      `No key of a pen "${serial}" is kept here. "corium doctor" says where keys are kept.`,
    ]);
  }
  const forgotten = keys.forget(serial);
  return forgotten.ok
    ? done([`The key of pen ${serial} is forgotten here. The pen itself was not asked.`],
        { ok: true, what: 'forget', serial })
    : failed(EXIT.refused, [sayKeyRefusal(forgotten.error)]);
}
