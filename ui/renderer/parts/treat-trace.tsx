// The trace of the pen below the numbers, where the window is high enough for it.
import type { JSX } from 'solid-js';
export function TreatTrace(): JSX.Element { return undefined; }
