/**
 * Hands out the models with dates on them: a simulated pen is always calibrated as of some day.
 *
 * Dates come in as an argument, so that a demonstration started years from now still shows a pen
 * inside its certificate, and a test can have one that is past it.
 */
import type { PenModel } from '../plant/types.ts';
import { MODELS, type ModelName } from './pen-models.ts';

/** How long a certificate holds: six months (grade D). */
export const CERTIFICATE_DAYS = 182;

/** How long before `todayDay` our pens were calibrated, unless said otherwise. */
const CALIBRATED_DAYS_AGO = 30;

/** The names of all models. */
export const MODEL_NAMES: readonly ModelName[] = Object.keys(MODELS).filter(isModelName);

/** Whether the simulator has a model of this name. */
export function isModelName(name: string): name is ModelName {
  return Object.hasOwn(MODELS, name);
}

/** The model of a name, calibrated so many days before `todayDay` (days since 2020-01-01). */
export function penModel(
  name: ModelName,
  todayDay: number,
  calibratedDaysAgo: number = CALIBRATED_DAYS_AGO,
): PenModel {
  const model = MODELS[name];
  const issuedDay = todayDay - calibratedDaysAgo;
  const dueDay = issuedDay + CERTIFICATE_DAYS;
  return { ...model, certificate: { ...model.certificate, issuedDay, dueDay } };
}
