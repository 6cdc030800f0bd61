// How the simulator ends when it cannot be what it was asked to be: one sentence for whoever
// started it, and the exit code of a command that was not understood.

/** A sentence for whoever started the simulator, and the end of it. */
export function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
