/**
 * What a host run looks like from outside, whichever host it is: lines of a console with a kind and
 * a sentence, words that can be said to it, and how it ended.
 */

/** One line of a console. */
export interface Heard {
  readonly kind: string;
  readonly says: string;
}

/** How a host run ended. */
export interface RunEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The sentences of its last word. */
  readonly sentences: readonly string[];
}

/** A host that runs. */
export interface HostRun {
  /** The process that holds port and journal; undefined until there is one. */
  readonly hostPid: () => number | undefined;
  /** The console above it; the rig itself where there is none. */
  readonly consolePid: number | undefined;
  /** Says a line of words to the console. */
  readonly write: (words: string) => void;
  /** Everything heard so far. */
  readonly heard: readonly Heard[];
  readonly onHeard: (listener: (heard: Heard) => void) => void;
  readonly ended: Promise<RunEnd>;
  readonly hasEnded: () => boolean;
  /** What was not a sentence, or was never meant for a person. */
  readonly unfit: () => readonly string[];
}

const TRACE = /^\s+at .+:\d+|node:internal|\bError\b:|\bundefined\b|\[object |NaN/m;
/** It begins like a sentence, or with the name of an area, a port or a file, and ends like one. */
const SENTENCE = /^(?:[\p{Lu}\d"'/(]|[a-z -]+: |serial:|\S*\/\S+[, ])[^]*[.:;!?")\w/]$/u;

/** Says what is wrong with a text that a person would have read. */
export function unfitWords(text: string): readonly string[] {
  if (TRACE.test(text)) return [`a person was shown: ${text.slice(0, 300)}`];
  return SENTENCE.test(text.trim()) ? [] : [`this is no sentence: "${text.slice(0, 120)}"`];
}
