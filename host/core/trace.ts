// One sample of what the pen was told and what it measured, for a plot. It is a look and no record:
// what counts is in the ledger and the journal, and a batch of samples that is lost loses nothing.

import type { Phase } from '../../protocol/from-pen.ts';

/** One telemetry message, with what was commanded when it was heard. */
export interface TraceSample {
  /** By the pen's clock; it starts anew with every boot of the pen. */
  readonly penMs: number;
  readonly phase: Phase;
  /** What the armed area runs at; undefined while nothing is armed. */
  readonly commandedUm: number | undefined;
  readonly commandedCentiHz: number | undefined;
  readonly depthUm: number | undefined;
  readonly rateCentiHz: number;
  readonly forceMn: number | undefined;
  readonly tiltDeg: number | undefined;
  readonly glideMmS: number | undefined;
  /** The pen's lifelong counter. */
  readonly strokes: number;
  readonly contact: boolean | undefined;
  readonly trigger: boolean;
}
