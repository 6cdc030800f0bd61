// What a calibration works with when a window leads it: its journal, its gauge, its vault, and the
// window in place of the technician's keys. Nothing is decided here.

import type { CalibrationWork } from '../../bench/calibrate.ts';
import type { RunningBench } from '../../bench/run-bench.ts';
import { pointViews } from '../../core/bench/bench-view.ts';
import type { Precondition } from '../../core/bench/precondition.ts';
import type { Bench } from '../../core/bench/state.ts';
import type { SeriesResult } from '../../core/calibration/evaluate.ts';
import { certifiedGauge } from '../../core/certificate/instrument.ts';
import { benchGaugeOf } from '../../core/gauge/registry.ts';
import type { PenAddress } from '../../link/index.ts';
import type { LinkedPen } from '../../link/session-state.ts';
import { openSealed, sayTrouble } from '../../pairing/index.ts';
import { BY_HAND, type OpenInstruments } from '../calibrate/instruments.ts';
import type { Ready } from '../calibrate/ready.ts';
import type { BenchFound, FromBench } from './api.ts';
import type { Asking } from './asking.ts';

/** Speaks to the console. */
export type Say = (message: FromBench) => void;

/** Everything that was reached. */
export interface All {
  readonly ready: Ready;
  readonly where: Exclude<PenAddress, { readonly kind: 'sim' }>;
  readonly pen: LinkedPen;
  readonly instruments: OpenInstruments;
}

/** A calibration of which the first line is written. */
export interface Begun extends All, Pick<CalibrationWork, 'calibrationId' | 'plan' | 'note'> {
  readonly preconditions: readonly Precondition[];
}

/** What a window can reach of a calibration, as far as it has come. */
export interface Held {
  asking: Asking | undefined;
  tell: RunningBench['tell'] | undefined;
  typed: ((text: string) => void) | undefined;
  decide: ((adjust: boolean) => void) | undefined;
  stopDeciding: (() => void) | undefined;
  stopped: boolean;
}

/** The work. */
export function workOf(
  { ready, where, pen, instruments, calibrationId, plan, preconditions, note }: Begun,
  say: Say,
  held: Held,
  look: (bench: Bench) => void,
): CalibrationWork {
  const { asked, vault, open, entries } = ready;
  const { serial } = pen.pages.identity;
  const { overshootUm } = pen.pages.capabilities;
  const certificateId = vault.freshId(asked.today);
  const tellSaid = (sentence: string): void => say({ kind: 'said', sentence });
  return {
    calibrationId,
    certificateId,
    operator: asked.by,
    today: asked.today,
    plan,
    pen,
    preconditions,
    instrument: certifiedGauge(ready.instruments.gauge),
    benchGauge: { ...benchGaugeOf(ready.instruments.gauge), byHand: asked.gaugeAt === BY_HAND },
    gauge: instruments.gauge,
    beside: instruments.beside,
    onTyped: (listener) => {
      held.typed = listener;
      return () => {
        held.typed = undefined;
      };
    },
    openPort: () => openSealed(where, (news) => {
      if (news.kind !== 'sealed' && news.kind !== 'bare') tellSaid(sayTrouble(news));
    }),
    before: open?.before,
    previous: vault.previousOf(serial),
    note,
    show: look,
    say: tellSaid,
    attend: (tell) => {
      held.tell = tell;
      // Somebody may have stopped between two series.
      if (held.stopped) queueMicrotask(() => tell({ kind: 'stop', why: 'operator' }));
      return () => {
        held.tell = undefined;
      };
    },
    decide: (found) => {
      say({ kind: 'found', found: foundOf(found) });
      return new Promise((resolve) => {
        held.decide = (adjust) => {
          held.decide = undefined;
          say({ kind: 'decided' });
          resolve(adjust);
        };
      });
    },
    keep: vault.keep,
    impactOf: (asFound, before, overshoots) =>
      vault.impactOf({ certificateId, serial, overshootUm, asFound, before, overshoots }, entries),
  };
}

const foundOf = (found: SeriesResult): BenchFound => ({
  class: found.class,
  points: pointViews(found),
  against: found.class === 'P' ? [] : found.against[found.class === 'S' ? 'P' : 'S'],
});
