// A hand on a key: whoever holds says so again and again, and silence is letting go. A window that
// hangs, loses the focus or dies holds nothing.

/** A hold that ends by itself. */
export interface DeadMan {
  readonly hold: () => void;
  readonly release: () => void;
  readonly held: () => boolean;
}

/** How long a hold lasts after it was said. */
export const HOLD_MS = 500;

/** Makes one; `moved` hears each change once. */
export function deadMan(moved: (held: boolean) => void): DeadMan {
  let late: NodeJS.Timeout | undefined;
  const release = (): void => {
    if (late === undefined) return;
    clearTimeout(late);
    late = undefined;
    moved(false);
  };
  return {
    release,
    held: () => late !== undefined,
    hold: () => {
      const before = late;
      clearTimeout(before);
      late = setTimeout(release, HOLD_MS);
      if (before === undefined) moved(true);
    },
  };
}
