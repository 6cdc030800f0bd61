/**
 * The pens of the simulator, as data: invented names on figures like those of pens that exist.
 *
 * Rates up to 150 Hz follow Exceed (510(k) K182407, grade B); 7,000 rpm fixed, 0.25 mm steps and
 * 1.5 mm evaluated follow SkinPen (DEN160029, grade B); 36 needles follow SkinStylus (K253002,
 * grade B). Class limits and everything else are proposals of ours (grade D).
 * Certificate days count from the day that the pen was last calibrated; `penModel` dates them.
 */
import type { Certificate, PenModel } from '../plant/types.ts';
import {
  FINE_MECHANICS,
  FINE_SENSORS,
  PLAIN_MECHANICS,
  PLAIN_SENSORS,
} from './mechanics-base.ts';

/** A pen whose certificate has no date yet. */
export type UndatedModel = Omit<PenModel, 'certificate'> & {
  readonly certificate: Omit<Certificate, 'issuedDay' | 'dueDay'>;
};

const ALL_SENSORS = { contact: true, force: true, tilt: true, motion: true, depth: true };
const NO_SENSORS = { contact: false, force: false, tilt: false, motion: false, depth: false };

const GUARDED = {
  hardware: 1,
  creditMax: 20,
  leaseMsMax: 200,
  reserveAhead: 200,
  brakeMsMax: 30,
  retractMsMax: 100,
} as const;

/** Every model under its name. */
export const MODELS = {
  /** Fine steps, any rate, every sensor: the pen that may work near the eye. */
  'meridian-p': {
    ...GUARDED,
    model: 'meridian-p',
    depthUmMin: 100,
    depthUmMax: 2_000,
    depthStepUm: 50,
    rateCentiHzMin: 2_000,
    rateCentiHzMax: 15_000,
    evaluatedDepthUmMax: 1_500,
    overshootUm: 12,
    sensors: ALL_SENSORS,
    needleCounts: [12, 14],
    certificate: {
      certificateId: 'CMP-0001',
      class: 'P',
      biasLowUm: 4,
      uncertaintyLowUm: 26,
      biasHighUm: 6,
      uncertaintyHighUm: 36,
    },
    mechanics: FINE_MECHANICS,
    sensorQuality: FINE_SENSORS,
  },
  /** The same pen with ordinary mechanics. */
  'meridian-s': {
    ...GUARDED,
    model: 'meridian-s',
    depthUmMin: 100,
    depthUmMax: 2_000,
    depthStepUm: 100,
    rateCentiHzMin: 2_000,
    rateCentiHzMax: 15_000,
    evaluatedDepthUmMax: 1_500,
    overshootUm: 20,
    sensors: ALL_SENSORS,
    needleCounts: [12, 14],
    certificate: {
      certificateId: 'CMS-0001',
      class: 'S',
      biasLowUm: 0,
      uncertaintyLowUm: 74,
      biasHighUm: 0,
      uncertaintyHighUm: 92,
    },
    mechanics: PLAIN_MECHANICS,
    sensorQuality: PLAIN_SENSORS,
  },
  /** One rate, coarse steps, no sensors, overshoot undeclared. */
  'atlas-fixed': {
    ...GUARDED,
    model: 'atlas-fixed',
    depthUmMin: 250,
    depthUmMax: 2_500,
    depthStepUm: 250,
    rateCentiHzMin: 11_670,
    rateCentiHzMax: 11_670,
    evaluatedDepthUmMax: 1_500,
    overshootUm: undefined,
    sensors: NO_SENSORS,
    needleCounts: [14],
    certificate: {
      certificateId: 'CAF-0001',
      class: 'S',
      biasLowUm: 0,
      uncertaintyLowUm: 72,
      biasHighUm: 0,
      uncertaintyHighUm: 92,
    },
    mechanics: {
      ...PLAIN_MECHANICS,
      offsetUm: { min: -15, max: 15 },
      gainPpm: { min: -10_000, max: 10_000 },
      bowUm: { min: -5, max: 5 },
      hysteresisUm: { min: 0, max: 20 },
      overshootUmMax: 12,
    },
    sensorQuality: PLAIN_SENSORS,
  },
  /** Twelve needles at the mains; it feels contact and nothing else. */
  'quill-12': {
    ...GUARDED,
    model: 'quill-12',
    depthUmMin: 200,
    depthUmMax: 2_000,
    depthStepUm: 100,
    rateCentiHzMin: 5_000,
    rateCentiHzMax: 12_000,
    evaluatedDepthUmMax: 1_500,
    overshootUm: 20,
    sensors: { ...NO_SENSORS, contact: true },
    needleCounts: [12],
    certificate: {
      certificateId: 'CQT-0001',
      class: 'S',
      biasLowUm: 0,
      uncertaintyLowUm: 74,
      biasHighUm: 0,
      uncertaintyHighUm: 92,
    },
    mechanics: { ...PLAIN_MECHANICS, power: 'mains', nominalMv: 12_000 },
    sensorQuality: PLAIN_SENSORS,
  },
  /** Thirty-six needles: much drag, and few strokes for every budget. */
  'stipple-36': {
    ...GUARDED,
    model: 'stipple-36',
    depthUmMin: 250,
    depthUmMax: 2_500,
    depthStepUm: 250,
    rateCentiHzMin: 5_000,
    rateCentiHzMax: 12_000,
    evaluatedDepthUmMax: 1_500,
    overshootUm: 20,
    sensors: { ...NO_SENSORS, contact: true, force: true },
    needleCounts: [36],
    certificate: {
      certificateId: 'CST-0001',
      class: 'S',
      biasLowUm: 0,
      uncertaintyLowUm: 74,
      biasHighUm: 0,
      uncertaintyHighUm: 96,
    },
    mechanics: {
      ...PLAIN_MECHANICS,
      gainPpm: { min: -10_000, max: 10_000 },
      spinUpCentiHzPerMs: 600,
      controlPermille: 500,
    },
    sensorQuality: PLAIN_SENSORS,
  },
  /** Class P without motion or force: near the eye it can only stamp. */
  'linnet-p': {
    ...GUARDED,
    model: 'linnet-p',
    depthUmMin: 100,
    depthUmMax: 1_500,
    depthStepUm: 50,
    rateCentiHzMin: 2_000,
    rateCentiHzMax: 10_000,
    evaluatedDepthUmMax: 1_000,
    overshootUm: 12,
    sensors: { ...NO_SENSORS, contact: true, depth: true },
    needleCounts: [12],
    certificate: {
      certificateId: 'CLP-0001',
      class: 'P',
      biasLowUm: 4,
      uncertaintyLowUm: 26,
      biasHighUm: 6,
      uncertaintyHighUm: 36,
    },
    mechanics: { ...FINE_MECHANICS, capacityMas: 2_160_000 },
    sensorQuality: FINE_SENSORS,
  },
} as const satisfies Readonly<Record<string, UndatedModel>>;

/** The name of a model that the simulator has. */
export type ModelName = keyof typeof MODELS;
