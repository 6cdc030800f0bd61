// How late it is for this window, and how long ago the desk was heard. While snapshots come nothing
// has to look at a clock: each of them says that it is fresh. Only silence makes the clock run.

import { type Accessor, batch, createSignal, onCleanup } from 'solid-js';
import type { Link } from '../link.ts';

/** What the window knows of time. */
export interface Clocks {
  /** How long ago the newest snapshot came to this window. */
  readonly heardAgoMs: Accessor<number>;
  /** The present instant in UTC, in steps of a quarter of a second. */
  readonly nowMs: Accessor<number>;
  /** A snapshot is being drawn. */
  readonly heard: () => void;
}

const LOOK_MS = 100;
/** Snapshots that come as they should are not silence. */
const SILENT_MS = 150;
const STEP_MS = 250;

/** Starts the clocks of the window; they end with the part that calls it. */
export function createClocks(link: Link): Clocks {
  const ago = (): number => Math.max(0, performance.now() - link.snapshotAtMs());
  const stepped = (): number => Math.floor(Date.now() / STEP_MS) * STEP_MS;
  const [heardAgoMs, setHeardAgoMs] = createSignal(ago());
  const [nowMs, setNowMs] = createSignal(stepped());
  const look = (): void => batch(() => {
    if (ago() > SILENT_MS) setHeardAgoMs(ago());
    setNowMs(stepped());
  });
  const timer = setInterval(look, LOOK_MS);
  onCleanup(() => clearInterval(timer));
  return { heardAgoMs, nowMs, heard: () => void setHeardAgoMs(0) };
}
