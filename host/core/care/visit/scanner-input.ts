// What a scanner sends, gathered to one code: a scanner on a serial line sends bytes and an end of
// line, one that plays a keyboard sends keys very fast and Enter. Keys that come slowly are typed
// by a person and wait for Enter too; a code that broke off half-way is never joined to the next.

/** What has been gathered. */
export interface Gathering {
  readonly text: string;
  readonly lastMs: number | undefined;
}

/** Nothing. */
export const NOTHING_GATHERED: Gathering = { text: '', lastMs: undefined };

/** What came of a piece. */
export interface Gathered {
  readonly gathering: Gathering;
  readonly codes: readonly string[];
  /** Text that broke off or ran over, and was dropped. */
  readonly dropped: number;
}

const CHARACTERS_MAX = 300;
/** A scanner that paused this long in the middle of a code was unplugged or out of sight. */
const BROKEN_OFF_MS = 2_000;

/** Takes a piece of text that arrived at a time. */
export function gather(before: Gathering, piece: string, atMs: number): Gathered {
  const gap = before.lastMs === undefined ? 0 : atMs - before.lastMs;
  const isBroken = before.text !== '' && (gap > BROKEN_OFF_MS || gap < 0);
  const text = isBroken ? piece : before.text + piece;
  const parts = text.split(/[\r\n]/);
  const rest = parts.at(-1) ?? '';
  const whole = parts.slice(0, -1).filter((part) => part.trim() !== '');
  const isOver = rest.length > CHARACTERS_MAX;
  return {
    gathering: { text: isOver ? '' : rest, lastMs: atMs },
    codes: whole.filter((part) => part.length <= CHARACTERS_MAX),
    dropped: Number(isBroken) + Number(isOver)
      + whole.filter((part) => part.length > CHARACTERS_MAX).length,
  };
}
