// The pace at which numbers on the screen change. What comes first is drawn at once; what follows
// close behind waits for its turn, and only the newest of it is drawn. A host that tells more often
// than anybody can read costs no more for it, and the last word is always shown.

/** What is drawn at a pace. */
export interface Paced<What> {
  readonly hear: (what: What) => void;
  readonly end: () => void;
}

/** Between two drawings; the desk's own snapshots are a tenth of a second apart and never wait. */
const LEAST_MS = 66;

/** The clock and the timer of a window. */
const WINDOW_TIME = {
  nowMs: () => performance.now(),
  later: (go: () => void, ms: number): (() => void) => {
    const timer = setTimeout(go, ms);
    return () => clearTimeout(timer);
  },
} as const;

/** Draws what is heard, the newest of it, and not more often than at the pace. */
export function paced<What>(
  draw: (what: What) => void,
  time: typeof WINDOW_TIME = WINDOW_TIME,
): Paced<What> {
  let drawnMs = -LEAST_MS;
  let newest: { readonly what: What } | undefined;
  let cancel: (() => void) | undefined;
  const show = (what: What): void => {
    cancel?.();
    [newest, cancel] = [undefined, undefined];
    drawnMs = time.nowMs();
    draw(what);
  };
  return {
    hear: (what) => {
      const leftMs = drawnMs + LEAST_MS - time.nowMs();
      // Its turn may have come before the timer did: a hidden window's timers are late.
      if (leftMs <= 0) return show(what);
      newest = { what };
      cancel ??= time.later(() => {
        if (newest !== undefined) show(newest.what);
      }, leftMs);
    },
    end: () => cancel?.(),
  };
}
