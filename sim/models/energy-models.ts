/**
 * Pens with radiofrequency, as data, in a table of their own: who draws a pen for needling draws
 * none of these. Energy and pulse figures are proposals of ours (grade D), held under the 62 mJ a
 * pin at which one maker limits the skin types (Profound Matrix manual, grade B).
 */
import type { PenModel } from '../plant/types.ts';
import { CERTIFICATE_DAYS } from './pen-model.ts';
import { MODELS } from './pen-models.ts';

/** The model `ember-rf`: the mechanics and sensors of `meridian-p`, and a generator. */
const EMBER_RF = {
  ...MODELS['meridian-p'],
  model: 'ember-rf',
  depthUmMax: 1_500,
  certificate: { ...MODELS['meridian-p'].certificate, certificateId: 'CER-0001' },
  radio: {
    microJoulePerPinMax: 60_000,
    pulseMsMin: 20,
    pulseMsMax: 100,
    impedanceOhmMin: 80,
    impedanceOhmMax: 1_200,
    insulated: true,
    hardwareTimer: true,
    liftOffMs: 5,
    abortDeciC: 660,
  },
} as const;

/** The pen with energy, calibrated thirty days before a day (days since 2020-01-01). */
export function emberPen(todayDay: number, calibratedDaysAgo = 30): PenModel {
  const issuedDay = todayDay - calibratedDaysAgo;
  const dueDay = issuedDay + CERTIFICATE_DAYS;
  return { ...EMBER_RF, certificate: { ...EMBER_RF.certificate, issuedDay, dueDay } };
}
