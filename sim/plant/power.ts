/**
 * Battery and heat, brought up ten times a second: what slow things need, and cheap when idle.
 *
 * The battery is an open voltage behind a resistance, so it sags under load and takes torque with
 * it; the motor warms by the square of its current.
 */
import { openMv } from './battery.ts';
import type { Plant } from './state.ts';

const SLOW_MS = 100;
const ROOM_MICRO_DEG_C = 25_000_000;
const TENTH = 100_000;

/** What the motor draws in this millisecond. */
export function drawCurrent(plant: Plant): void {
  const { mechanics } = plant.model;
  const pull = plant.torque > 0 ? plant.torque : 0;
  plant.motorMa = mechanics.idleMa + Math.trunc((pull * mechanics.microampPerTorque) / 1_000);
}

/** Lets time pass for battery and heat. */
export function passTime(plant: Plant, elapsedMs: number): void {
  plant.slowMs += elapsedMs;
  plant.slowMaMs += plant.motorMa * elapsedMs;
  if (plant.slowMs >= SLOW_MS) bringUp(plant);
}

function bringUp(plant: Plant): void {
  const meanMa = Math.trunc(plant.slowMaMs / plant.slowMs);
  useCharge(plant, plant.slowMaMs, plant.slowMs);
  warm(plant, meanMa, plant.slowMs);
  plant.slowMs = 0;
  plant.slowMaMs = 0;
}

function useCharge(plant: Plant, usedMaMs: number, elapsedMs: number): void {
  const { mechanics } = plant.model;
  if (mechanics.power === 'mains') return;
  const gainedMaMs = plant.hand.docked ? mechanics.chargeMa * elapsedMs : 0;
  const fullMaMs = mechanics.capacityMas * 1_000;
  plant.chargeMaMs = Math.max(0, Math.min(fullMaMs, plant.chargeMaMs + gainedMaMs - usedMaMs));
  plant.openMv = openMv(mechanics.nominalMv, plant.chargeMaMs / fullMaMs);
  plant.supplyPermille = Math.trunc((terminalMv(plant) * 1_000) / mechanics.nominalMv);
}

/** The voltage at the terminals under the present load; an empty cell gives nothing. */
export function terminalMv(plant: Plant): number {
  const { mechanics } = plant.model;
  if (mechanics.power === 'mains') return mechanics.nominalMv;
  if (plant.chargeMaMs === 0) return 0;
  const sagMv = Math.trunc((plant.motorMa * mechanics.resistanceMilliohm) / 1_000);
  return Math.max(0, plant.openMv - sagMv);
}

/** Charge left, in whole per cent, rounded down. */
export function chargePercent(plant: Plant): number {
  const { mechanics } = plant.model;
  if (mechanics.power === 'mains') return 100;
  return Math.floor(plant.chargeMaMs / (mechanics.capacityMas * 10));
}

function warm(plant: Plant, meanMa: number, elapsedMs: number): void {
  const { mechanics } = plant.model;
  const before = plant.temperatureMicroDegC;
  const heat = (mechanics.heatMilliDegPer10S * meanMa * meanMa) / 1_000_000;
  const above = (before - ROOM_MICRO_DEG_C) / 1_000_000;
  const change = (heat - mechanics.coolMilliDegPer10S * above) * (elapsedMs / 10_000);
  plant.temperatureMicroDegC = before + Math.trunc(change * 1_000);
  // The carrier's growth is followed in tenths of a degree, which is far finer than it matters.
  if (Math.trunc(before / TENTH) !== Math.trunc(plant.temperatureMicroDegC / TENTH)) {
    plant.shifted = true;
  }
}
