/**
 * Chance, made small. Nonces are drawn from a short list, so that two ways to the same situation
 * come to the same numbers; the session numbers are what the protocol makes of them, and a table
 * says which nonces a session came from.
 */
import { assert } from '../../protocol/assert.ts';
import { sessionOf } from '../../protocol/binding.ts';
import { createRandom, nextU32 } from '../../sim/random.ts';

/** The seed of the pen's nonces in a boot, and the id of the boot. */
export const seedOf = (boot: number): number => 1_000 + boot;
/** The id of a boot. */
export const bootIdOf = (boot: number): number => 500_000 * boot;

interface Parts {
  readonly nonce: number;
  readonly greeting: number;
  readonly boot: number;
}

function createNonces() {
  const sessions = new Map<number, Parts>();
  const pens = new Map<number, { readonly greeting: number; readonly boot: number }>();
  const made = new Map<number, number>();

  /** The pen's nonce for its nth greeting in a boot, as the firmware draws it. */
  const penNonce = (greeting: number, boot: number): number => {
    const key = greeting * 4 + boot;
    const known = made.get(key);
    if (known !== undefined) return known;
    const drawn = nextU32(createRandom(seedOf(boot), (bootIdOf(boot) + greeting) >>> 0));
    made.set(key, drawn);
    pens.set(drawn, { greeting, boot });
    return drawn;
  };

  const session = (nonce: number, greeting: number, boot: number): number => {
    const number = sessionOf(nonce, penNonce(greeting, boot));
    if (!sessions.has(number)) sessions.set(number, { nonce, greeting, boot });
    return number;
  };

  for (let boot = 1; boot <= 3; boot += 1) {
    for (let greeting = 0; greeting <= TOP; greeting += 1) {
      for (let nonce = 1; nonce <= TOP; nonce += 1) session(nonce, greeting, boot);
    }
  }

  return {
    penNonce,
    session,
    partsOf: (number: number): Parts => {
      const parts = sessions.get(number);
      assert(parts !== undefined, 'every session is made of nonces of the list');
      return parts;
    },
    greetingOf: (nonce: number): { readonly greeting: number; readonly boot: number } => {
      const found = pens.get(nonce);
      assert(found !== undefined, 'every nonce of a pen is one of the list');
      return found;
    },
  };
}

/** The highest nonce of the list, which is the one that is drawn; afterwards it is renamed. */
export const TOP = 24;

/** The nonces and what became of them. */
export const NONCE_BOOTS = createNonces();
