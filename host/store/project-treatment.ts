// Folds lines of the treatment journal into rows: treatments with their planned areas, grants (one
// for each reservation, at its worst until a line says better), deliveries, pens, cartridges,
// certificates and gauges. It stands on the same tallies as the budgets, so the store can give back
// no stroke that the journal counts.

import { reservedStrokes, type Tally, type Tallies } from '../journal/account.ts';
import type { Entry, EntryOf } from '../journal/index.ts';
import type { Target } from './target.ts';

/** Takes one line; gives something to wait for where a row of before had to be asked for. */
export type Project = (entry: Entry) => Promise<void> | undefined;

/** Begins to fold, with the reservations that were open and the newest day that was seen. */
export function projectTreatments(
  target: Target,
  tallies: Tallies,
  newestDay: string,
): Project {
  const { site, batch } = target;
  let day = newestDay;
  const rules: { readonly [Kind in Entry['kind']]?: (entry: EntryOf<Kind>) => Promise<void> } = {
    'treatment-opened': (entry) => openTreatment(target, entry, day),
    'treatment-closed': (entry) => closeTreatment(target, entry),
    'pen-linked': (entry) => linkPen(target, entry),
    'calibration-begun': (entry) => useGauge(target, entry),
    reservation: (entry) => meetCartridge(target, {
      serial: entry.cartridgeSerial, at: entry.at, needleCount: entry.needleCount,
    }),
  };
  const apply = <Kind extends Entry['kind']>(entry: EntryOf<Kind>, kind: Kind) =>
    rules[kind]?.(entry);
  return (entry) => {
    const on = entry.at.slice(0, 10);
    // The latest day that was seen, not what a clock that went back says.
    if (on > day) day = on;
    const tally = tallies.take(entry);
    if (tally !== undefined) batch.put('grants', grantRow(site, tally, day));
    if (entry.kind === 'train' && tally !== undefined) {
      batch.put('deliveries', deliveryRow(site, entry, tally));
    }
    return apply(entry, entry.kind);
  };
}

function grantRow(site: string, tally: Tally, day: string) {
  const { reservation: held } = tally;
  return {
    site,
    n: held.n,
    treatment_id: held.treatmentId,
    person: held.person,
    arming_id: held.armingId,
    pen_serial: held.penSerial,
    boot_id: held.bootId,
    cartridge_serial: held.cartridgeSerial,
    certificate_id: held.certificateId,
    area: held.area,
    side: held.side,
    pass: held.pass,
    at: held.at,
    day,
    depth_um: held.depthUm,
    rate_centi_hz: held.rateCentiHz,
    needle_count: held.needleCount,
    size_mm2: held.sizeMm2,
    head_area_mm2: held.headAreaMm2,
    reserved_strokes: reservedStrokes(held),
    reserved_contact_ms: held.contactMsMax,
    delivered_strokes: tally.deliveredStrokes,
    counted_strokes: tally.countedStrokes,
    delivered_contact_ms: tally.deliveredContactMs,
    counted_contact_ms: tally.countedContactMs,
    delivered_punctures: tally.deliveredStrokes * held.needleCount,
    counted_punctures: tally.countedStrokes * held.needleCount,
    depth_um_peak: tally.depthUmPeak ?? null,
    outcome: tally.outcome,
    open: tally.open ? 1 : 0,
  };
}

const deliveryRow = (site: string, train: EntryOf<'train'>, { reservation }: Tally) => ({
  site,
  n: train.n,
  grant_n: reservation.n,
  hold_id: train.holdId,
  at: train.at,
  strokes: Math.max(0, train.toStrokes - train.fromStrokes),
  contact_ms: train.contactMs,
  depth_um_peak: train.depthUmPeak ?? null,
});

async function openTreatment(
  { site, batch, known }: Target,
  entry: EntryOf<'treatment-opened'>,
  day: string,
): Promise<void> {
  const { treatmentId: treatment_id, plan, n } = entry;
  // Opened a second time, the first opening holds; verification finds the second.
  if ((await known.treatment(treatment_id)) !== undefined) return;
  batch.put('treatments', {
    site, treatment_id, person: entry.person, operator: entry.operator, plan_id: plan.planId,
    plan_hash: entry.planHash, profile_id: entry.profileId, profile_hash: entry.profileHash,
    opened_at: entry.at, day, closed_at: null, outcome: null, why: null, n,
  });
  for (const area of plan.areas) {
    batch.put('areas', {
      site, treatment_id, area: area.area, side: area.side, size_mm2: area.sizeMm2,
      depth_um: area.depthUm, rate_centi_hz: area.rateCentiHz, passes: area.passes,
      strokes_per_pass: area.strokesPerPass, strokes_total: area.strokesTotal,
      contact_ms: area.contactMs, indication: area.indication ?? null,
    });
  }
}

async function closeTreatment(
  { batch, known }: Target,
  { treatmentId, at, outcome, why }: EntryOf<'treatment-closed'>,
): Promise<void> {
  const was = await known.treatment(treatmentId);
  if (was !== undefined) {
    batch.put('treatments', { ...was, closed_at: at, outcome, why: why ?? null });
  }
}

async function linkPen(target: Target, entry: EntryOf<'pen-linked'>): Promise<void> {
  const { site, batch, known } = target;
  const { calibration, cartridge, serial, at, n } = entry;
  const { certificateId: certificate_id } = calibration;
  batch.put('pens', {
    site, serial, model: entry.model, firmware: entry.firmware, strokes: entry.strokes,
    certificate_id, linked_at: at, n,
  });
  if ((await known.certificate(certificate_id, serial)) === undefined) {
    batch.put('certificates', {
      site, certificate_id, pen_serial: serial, class: calibration.class,
      issued_day: calibration.issuedDay, due_day: calibration.dueDay, first_seen_at: at, n,
    });
  }
  if (cartridge !== undefined) await meetCartridge(target, { ...cartridge, at });
}

interface Met {
  readonly serial: string;
  readonly at: string;
  readonly lot?: string;
  readonly gtin?: string | undefined;
  readonly modelCode?: number;
  readonly needleCount?: number;
  readonly expiryDay?: number;
}

/** Enters a cartridge when it is first met, and what is learnt of it later. */
export async function meetCartridge({ site, batch, known }: Target, met: Met): Promise<void> {
  const was = (await known.cartridge(met.serial)) ?? {
    lot: '', gtin: null, model_code: null, needle_count: null, expiry_day: null,
    first_seen_at: met.at,
  };
  batch.put('cartridges', {
    site,
    serial: met.serial,
    lot: was.lot === '' ? met.lot ?? '' : was.lot,
    gtin: was.gtin ?? met.gtin ?? null,
    model_code: was.model_code ?? met.modelCode ?? null,
    needle_count: was.needle_count ?? met.needleCount ?? null,
    expiry_day: was.expiry_day ?? met.expiryDay ?? null,
    first_seen_at: was.first_seen_at,
  });
}

async function useGauge(
  { site, batch, known }: Target,
  { gauge, at }: EntryOf<'calibration-begun'>,
): Promise<void> {
  const was = await known.gauge(gauge);
  const calibrations = (was?.calibrations ?? 0) + 1;
  batch.put('gauges', { site, gauge, calibrations, last_used_at: at });
}
