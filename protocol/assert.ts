// Mistakes of ours. What a user, a file or a pen can get wrong is refused as data instead; an
// assertion that fails stops the process, and the pen stops because its grant runs out.

/** Throws when a condition that the program itself guarantees does not hold. */
export function assert(condition: boolean, shouldBe: string): asserts condition {
  if (!condition) throw new Error(`Corium stopped: it should be true that ${shouldBe}.`);
}

/** Closes a switch over a union: reaching it means that a case was forgotten. */
export function unreachable(value: never): never {
  throw new Error(`Corium stopped: a case was forgotten: ${JSON.stringify(value)}.`);
}
