// What a calibration writes at its two ends: the same from a terminal and from a window. The first
// line is on disk before anything moves, the last one explains the strokes that it cost.

import { refuse, type Result } from '../../../protocol/result.ts';
import type { Calibrated } from '../../bench/calibrate.ts';
import type { CalibrationPlan } from '../../core/calibration/plan.ts';
import { explainFault } from '../../journal/index.ts';
import type { LinkedPen } from '../../link/session-state.ts';
import type { Ready } from './ready.ts';

/** The first line of a calibration; one that is gone on with has it already. */
export function writeBegun(
  { asked, journal, open, instruments }: Ready,
  { pages: { identity, ledger } }: LinkedPen,
  calibrationId: string,
  plan: CalibrationPlan,
): Result<unknown, string> {
  if (open !== undefined) return { ok: true, value: undefined };
  const begun = journal.appendAndSyncNow({
    kind: 'calibration-begun', calibrationId, penSerial: identity.serial, model: identity.model,
    operator: asked.by, plan, gauge: instruments.gauge.serial, strokes: ledger.strokes,
    bootId: ledger.bootId,
  });
  return begun.ok ? begun : refuse(explainFault(begun.error));
}

/** The last line of a calibration that came to a certificate. */
export function writeEnded(
  { journal }: Ready,
  calibrationId: string,
  { certificate: { certificateId, pen }, strokes }: Calibrated,
): Result<unknown, string> {
  const ended = journal.appendAndSyncNow({
    kind: 'calibration-ended', calibrationId, penSerial: pen.serial, strokes,
    outcome: 'completed', certificateId,
  });
  return ended.ok ? ended : refuse(explainFault(ended.error));
}
