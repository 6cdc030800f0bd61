/**
 * A pen in memory, a host with a seal and a folder of keys, and virtual time that goes on whenever
 * somebody waits: what pairing stories are told with.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BytePort } from '../../../protocol/byte-port.ts';
import type { Timers } from '../../../host/link/timers.ts';
import { type KeyStore, openKeyStore } from '../../../host/pairing/key-store.ts';
import type { PairGround, PairNews } from '../../../host/pairing/procedure.ts';
import { sealPort } from '../../../host/pairing/sealed-port.ts';
import type { SealNews } from '../../../host/pairing/seal-state.ts';
import { talkTo } from '../../../host/pairing/talk.ts';
import { memoryPort } from '../../../sim/memory.ts';
import type { Pen } from '../../../sim/pen.ts';
import { HANDS_OFF } from '../../../sim/plant/index.ts';

/** A folder that is gone with the test. */
export const keysIn = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'corium-keys-'));

interface Due {
  readonly dueMs: number;
  readonly run: () => void;
}

/** Virtual time: the pen lives it, and whoever waits is called when it has come. */
export interface VirtualTime {
  readonly timers: Timers;
  readonly passMs: (ms: number) => void;
  /** Lets time pass until a promise is settled. */
  readonly until: <Value>(promise: Promise<Value>) => Promise<Value>;
}

/** Makes the time of a pen. */
export function timeOf(
  pen: () => Pen,
  each: (nowMs: number) => void = () => undefined,
): VirtualTime {
  let nowMs = 0;
  let due: Due[] = [];
  const passMs = (ms: number): void => {
    for (let past = 0; past < ms; past += 1) {
      nowMs += 1;
      pen().advance(1, HANDS_OFF);
      each(nowMs);
      const ready = due.filter(({ dueMs }) => dueMs <= nowMs);
      due = due.filter(({ dueMs }) => dueMs > nowMs);
      for (const { run } of ready) run();
    }
  };
  return {
    timers: {
      nowMs: () => nowMs,
      after: (delayMs, run) => {
        const one = { dueMs: nowMs + delayMs, run };
        due.push(one);
        return () => {
          due = due.filter((other) => other !== one);
        };
      },
    },
    passMs,
    until: async (promise) => {
      const state = { settled: false };
      const settle = (): void => {
        state.settled = true;
      };
      void promise.then(settle, settle);
      for (let turns = 0; turns < 200_000 && !state.settled; turns += 1) {
        passMs(1);
        await Promise.resolve();
        await Promise.resolve();
      }
      return promise;
    },
  };
}

/** A host at a pen. */
export interface Desk {
  readonly ground: PairGround;
  readonly news: SealNews[];
  readonly told: PairNews[];
  readonly port: BytePort;
  readonly end: () => void;
}

let drawn = 100;

/** Sits a host down at a pen, with keys of its own. */
export function deskAt(
  pen: Pen,
  time: VirtualTime,
  where: string | KeyStore,
  carrier = memoryPort(pen),
): Desk {
  const news: SealNews[] = [];
  const told: PairNews[] = [];
  const keys = typeof where === 'string' ? openKeyStore(where) : where;
  const port = sealPort(carrier, {
    keys,
    mustSeal: false,
    told: (one) => news.push(one),
  });
  const talk = talkTo({
    port,
    timers: time.timers,
    drawNonce: () => {
      drawn += 7_919;
      return drawn;
    },
  });
  const chance = (): Uint8Array => {
    drawn += 1;
    return Uint8Array.from({ length: 32 }, (_, at) => (drawn * 31 + at * 17) & 0xff);
  };
  const ground: PairGround = {
    talk, keys, chance, standing: () => news.at(-1), told: (one) => told.push(one),
  };
  return { ground, news, told, port, end: talk.end };
}

/** Somebody who holds the button when asked to, and presses it when the digits are the same. */
export function handAt(pen: () => Pen, told: () => readonly PairNews[], honest = true) {
  let heard = 0;
  let acts: readonly { readonly atMs: number; readonly held: boolean }[] = [];
  return (nowMs: number): void => {
    for (const { held } of acts.filter(({ atMs }) => atMs === nowMs)) pen().button(held);
    const news = told()[heard];
    if (news === undefined) return;
    heard += 1;
    const press = (fromMs: number, forMs: number): void => {
      const from = nowMs + fromMs;
      acts = [...acts, { atMs: from, held: true }, { atMs: from + forMs, held: false }];
    };
    const shown = pen().firmware().pairing.window;
    const same = shown.kind === 'comparing' && 'digits' in news && shown.digits === news.digits;
    if (news.kind === 'hold-button') press(500, 3_200);
    else if (same && honest) press(1_500, 300);
  };
}
