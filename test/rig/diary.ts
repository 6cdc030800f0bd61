/**
 * What was said to a host and heard from it, each with its instant: a motion that nobody seems to
 * have caused is told with what went before it, since real time does not come again.
 */

/** One line of a diary. */
export interface Said {
  readonly atNs: bigint;
  readonly who: 'person' | 'host' | 'rig';
  readonly says: string;
}

/** A diary. */
export interface Diary {
  readonly write: (who: Said['who'], says: string) => void;
  /** The last lines before some instant and the first ones after it, in milliseconds from it. */
  readonly around: (atNs: bigint) => string;
}

const BEFORE = 12;
const AFTER = 3;

/** Makes an empty one. */
export function createDiary(): Diary {
  const lines: Said[] = [];
  return {
    write: (who, says) => lines.push({ atNs: process.hrtime.bigint(), who, says }),
    around: (atNs) => {
      const before = lines.filter((line) => line.atNs <= atNs).slice(-BEFORE);
      const after = lines.filter((line) => line.atNs > atNs).slice(0, AFTER);
      return [...before, ...after]
        .map((line) => `${Number(line.atNs - atNs) / 1e6} ms ${line.who}: ${line.says}`)
        .join('; ');
    },
  };
}
