/**
 * A pen and a host that share a key, without the story of how they came to it.
 */
import type { BytePort } from '../../protocol/byte-port.ts';
import { keyHex } from '../../protocol/pairing.ts';
import { ok } from '../../protocol/result.ts';
import type { PenKeys } from '../../host/pairing/key-file.ts';
import type { KeyStore } from '../../host/pairing/key-store.ts';
import { sealPort } from '../../host/pairing/sealed-port.ts';
import type { SealNews } from '../../host/pairing/seal-state.ts';
import { createPairingMemory } from '../../sim/pairing-memory.ts';
import { BLANK, type KeptMemory } from '../../sim/pen-memory.ts';
import { NO_PLACES } from '../../sim/two-places.ts';

/** A key like any other. */
export const KEY = keyHex(Uint8Array.from({ length: 32 }, (_, at) => at * 7 + 1));

const LONG_MS = 1_000;

/** The memory of a pen that was paired and never used. */
export function pairedMemory(keys: readonly string[] = [KEY], mark = 1_024): KeptMemory {
  const memory = createPairingMemory(NO_PLACES);
  memory.write(1, { keys, mark });
  memory.pass(LONG_MS, () => undefined);
  return { ...BLANK, keys: memory.kept() };
}

/** A folder of keys in memory. */
export function keysInMemory(...start: readonly PenKeys[]): KeyStore {
  const kept = new Map(start.map((keys) => [keys.serial, keys]));
  return {
    folder: 'memory',
    all: () => ok([...kept.values()]),
    of: (serial) => ok(kept.get(serial)),
    keep: (keys) => {
      kept.set(keys.serial, keys);
      return ok(undefined);
    },
    forget: (serial) => {
      kept.delete(serial);
      return ok(undefined);
    },
  };
}

/** The keys of a host that was paired with a pen. */
export const keysFor = (serial: string, key = KEY): KeyStore =>
  keysInMemory({ serial, keys: [{ key, counter: 0, proven: true }] });

/** A host's end that has keys, and where its seal tells what it does: a list, or somebody. */
export function sealWith(keys: KeyStore, to: SealNews[] | ((news: SealNews) => void) = []) {
  const told = (news: SealNews): unknown => (Array.isArray(to) ? to.push(news) : to(news));
  return (carrier: BytePort): BytePort => sealPort(carrier, { keys, mustSeal: false, told });
}
