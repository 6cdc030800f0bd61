// The instruments of a calibration: which of the list may be used today, and their cables opened,
// one after the other. Whichever cannot be had closes those that were.

import { ok, refuse, type Result } from '../../../protocol/result.ts';
import type { BesideInstrument } from '../../bench/beside.ts';
import { certifiedInstrument } from '../../core/certificate/instrument.ts';
import type { Day } from '../../core/day.ts';
import {
  benchForceGaugeOf,
  benchPeakGaugeOf,
  benchTachometerOf,
  type DepthGauge,
  type ForceGauge,
  type GaugeEntry,
  type PeakGauge,
  type RateGauge,
  usableGauge,
} from '../../core/gauge/registry.ts';
import { sayGaugeRefusal } from '../../core/gauge/registry-words.ts';
import type { GaugePort } from '../../gauge/gauge-port.ts';
import { cablelessGauge, keepGauge } from '../../gauge/kept-gauge.ts';
import { openGauge } from '../../gauge/open-gauge.ts';

/** The serial numbers that were asked for. */
export interface InstrumentsAsked {
  readonly gauge: string;
  readonly tachometer: string | undefined;
  readonly peaks: string | undefined;
  readonly force?: string | undefined;
}

/** The instruments as the list of the installation has them. */
export interface Instruments {
  readonly gauge: DepthGauge;
  readonly tachometer: RateGauge | undefined;
  readonly peaks: PeakGauge | undefined;
  readonly force: ForceGauge | undefined;
}

/** Finds them, or says in a sentence why one may not be used. */
export function findInstruments(
  list: readonly GaugeEntry[],
  asked: InstrumentsAsked,
  today: Day,
): Result<Instruments, string> {
  const gauge = usableGauge(list, asked.gauge, 'depth', today);
  if (!gauge.ok) return refuse(sayGaugeRefusal(gauge.error));
  const tachometer = asked.tachometer === undefined
    ? undefined
    : usableGauge(list, asked.tachometer, 'rate', today);
  if (tachometer?.ok === false) return refuse(sayGaugeRefusal(tachometer.error));
  const peaks = asked.peaks === undefined
    ? undefined
    : usableGauge(list, asked.peaks, 'peak', today);
  if (peaks?.ok === false) return refuse(sayGaugeRefusal(peaks.error));
  const force = asked.force === undefined
    ? undefined
    : usableGauge(list, asked.force, 'force', today);
  if (force?.ok === false) return refuse(sayGaugeRefusal(force.error));
  return ok({
    gauge: gauge.value,
    tachometer: tachometer?.value,
    peaks: peaks?.value,
    force: force?.value,
  });
}

/** Where each of them is plugged in. */
export interface Addresses {
  readonly gauge: string | undefined;
  readonly tachometer: string | undefined;
  readonly peaks: string | undefined;
  readonly force?: string | undefined;
}

/** The word for a gauge whose display is read by a person. */
export const BY_HAND = 'typed';

/** The instruments with their cables. */
export interface OpenInstruments {
  readonly gauge: GaugePort;
  readonly beside: readonly BesideInstrument[];
  readonly close: () => Promise<void>;
}

/** Opens them, or says in a sentence which cannot be. */
export async function openInstruments(
  { gauge, tachometer, peaks, force }: Instruments,
  at: Addresses,
): Promise<Result<OpenInstruments, string>> {
  const ports: GaugePort[] = [];
  const close = async (): Promise<void> => {
    for (const port of ports) await port.close();
  };
  const open = async (
    entry: GaugeEntry,
    address: string | undefined,
    option: string,
  ): Promise<Result<GaugePort, string>> => {
    if (address === undefined) {
      return refuse(`Say where ${entry.serial} is plugged in: ${option} serial:PATH.`);
    }
    const { kind, wiring } = entry;
    const opened = await keepGauge(() => openGauge({ kind, wiring, address }));
    if (opened.ok) ports.push(opened.value);
    return opened;
  };
  const main = at.gauge === BY_HAND
    ? ok(cablelessGauge(gauge.kind))
    : await open(gauge, at.gauge, '--gauge-at');
  if (!main.ok) return main;
  const beside: BesideInstrument[] = [];
  if (tachometer !== undefined) {
    const port = await open(tachometer, at.tachometer, '--tachometer-at');
    if (!port.ok) return closing(close, port.error);
    const known = benchTachometerOf(tachometer);
    beside.push({
      instrument: certifiedInstrument(tachometer), tachometer: known, port: port.value,
    });
  }
  if (peaks !== undefined) {
    const port = await open(peaks, at.peaks, '--peaks-at');
    if (!port.ok) return closing(close, port.error);
    const known = benchPeakGaugeOf(peaks);
    beside.push({ instrument: certifiedInstrument(peaks), peakGauge: known, port: port.value });
  }
  if (force !== undefined) {
    const port = await open(force, at.force, '--force-at');
    if (!port.ok) return closing(close, port.error);
    const known = benchForceGaugeOf(force);
    beside.push({ instrument: certifiedInstrument(force), forceGauge: known, port: port.value });
  }
  return ok({ gauge: main.value, beside, close });
}

async function closing(
  close: () => Promise<void>,
  why: string,
): Promise<Result<never, string>> {
  await close();
  return refuse(why);
}
