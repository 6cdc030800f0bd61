// What a check can ask of the world, and what it can come to. A check is a script: it orders bytes
// to be written and time to pass, and reads what was heard meanwhile. Whoever carries the orders
// out, on a real port in real time or on virtual time, is not known here.

/** What was missing where a check could not be judged. */
export type Want = 'motion' | 'hand' | 'cartridge' | 'catalogue' | 'pen' | 'port' | 'interrupted';

/** What a check came to. */
export type Verdict =
  | { readonly kind: 'ok'; readonly notes: readonly string[] }
  | { readonly kind: 'failed'; readonly expected: string; readonly came: string }
  | { readonly kind: 'not-judged'; readonly want: Want; readonly why: string };

/** What a person at the pen is asked to do. */
export type HandAct = 'hold' | 'let-go';

/** One order of a script. An end is the last one: the script is not gone on with. */
export type Order =
  | { readonly kind: 'write'; readonly bytes: Uint8Array; readonly urgent: boolean }
  /** Lets time pass, and goes on at once when something has become so. */
  | { readonly kind: 'wait'; readonly forMs: number; readonly until: () => boolean }
  | { readonly kind: 'hand'; readonly act: HandAct }
  | { readonly kind: 'end'; readonly verdict: Verdict };

/** Orders, one after the other, and a value in the end. */
export type Script<Value = void> = Generator<Order, Value, void>;

/** Lets so many milliseconds pass. */
export function* pause(forMs: number): Script {
  yield { kind: 'wait', forMs, until: () => false };
}

/** Ends a check: this was expected, and that came. */
export function* fail(expected: string, came: string): Script {
  yield { kind: 'end', verdict: { kind: 'failed', expected, came } };
}

/** Ends a check unless something is so. */
export function* expect(so: boolean, expected: string, came: string): Script {
  if (!so) yield* fail(expected, came);
}

/** Ends a check without judging. */
export function* leaveUnjudged(want: Want, why: string): Script {
  yield { kind: 'end', verdict: { kind: 'not-judged', want, why } };
}
