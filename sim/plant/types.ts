/**
 * The doors of the plant: what the firmware orders (Drive), what a person does with the pen (Hand),
 * what the pen's own sensors say (Sensed), and what is really so (Truth), which no firmware sees.
 *
 * Plain integers with the unit in the name: brands belong to the wire, physics has no maker to ask.
 * The only importer of Truth is a checker; firmware that reads it would be a pen that cannot exist.
 */
import type { Mechanics, SensorQuality } from './mechanics.ts';

/** What the motor is told; `front` turns the cam slowly to its foremost point and holds it. */
export type MotorOrder = 'off' | 'brake' | 'front' | { readonly rateCentiHz: number };

/** What the firmware orders of motor and depth stop; a depth of 0 withdraws the needles. */
export interface Drive {
  readonly motor: MotorOrder;
  readonly depthUm: number;
  /** A pulse of energy that is to flow now; only a pen with a generator is ever ordered one. */
  readonly energy?: RadioOrder;
}

/** One pulse as it is ordered of the generator; another number is another pulse. */
export interface RadioOrder {
  readonly number: number;
  readonly microJoulePerPin: number;
  readonly pulseMs: number;
}

/** What the person holding the pen does with it at this moment. */
export interface Hand {
  readonly trigger: boolean;
  /** The head lies on something that needles can enter. */
  readonly contact: boolean;
  readonly forceMn: number;
  /** Away from upright; 0 is ninety degrees to the skin. */
  readonly tiltDeg: number;
  readonly glideMmS: number;
  /** Where the head really is, as the world numbers its skin; 0 is nowhere. Strokes carry it. */
  readonly areaTag: number;
  /** The pen lies in its charger. */
  readonly docked: boolean;
}

/** What a pen reads from the chip of the cartridge in its head; its serial tells it from others. */
export interface CartridgeSeen {
  readonly kind: 'patient' | 'metrology';
  readonly modelCode: number;
  readonly needleCount: number;
  readonly needleLengthUm: number;
  readonly headAreaMm2: number;
  readonly lot: string;
  readonly serial: string;
  /** Days since 2020-01-01. */
  readonly expiryDay: number;
  /** As last written to the chip, which is done whenever the cam has come to rest. */
  readonly usedStrokes: number;
}

/**
 * What the pen's sensors say now. `undefined` is a sensor that this model does not have.
 * The object is reused: it is valid until the next `sense`, so copy what must be kept.
 */
export interface Sensed {
  readonly trigger: boolean;
  /** Strokes since the plant was made, each counted as it begins: a broken one counts too. */
  readonly encoderStrokes: number;
  /** The switch behind the rim: closed only when the needles cannot protrude at any cam angle. */
  readonly retracted: boolean;
  /** Measured peak of the newest stroke; also undefined before the first one. */
  readonly peakUm: number | undefined;
  readonly contact: boolean | undefined;
  readonly forceMn: number | undefined;
  readonly tiltDeg: number | undefined;
  readonly glideMmS: number | undefined;
  readonly motorMa: number;
  readonly batteryMv: number;
  readonly batteryPercent: number;
  readonly temperatureDeciC: number;
  readonly cartridge: CartridgeSeen | undefined;
  readonly charging: boolean;
  /** What a pen with a generator senses of it; none in any other. */
  readonly radio?: RadioSensed | undefined;
}

/** What a generator and the sensors at its pins say. */
export interface RadioSensed {
  /** How far the needles stand out now. */
  readonly depthUm: number;
  readonly impedanceOhm: number;
  readonly tissueDeciC: number;
  readonly emitting: boolean;
  /** Of the pulse that flows now, for each pin. */
  readonly givenMicroJoule: number;
  readonly givenMs: number;
}

/** One pulse as it truly was. */
export interface TruePulse {
  /** Plant time of its first millisecond. */
  readonly tMs: number;
  readonly ms: number;
  readonly microJoulePerPin: number;
  /** How long it flowed with needles out less than 490 um. */
  readonly shallowMs: number;
  /** The least, but for that, and the most that the needles stood out while it flowed. */
  readonly leastUm: number;
  readonly mostUm: number;
  /** The head lay on skin all the while. */
  readonly touching: boolean;
  /** The head moved over the skin while it flowed. */
  readonly glided: boolean;
  readonly areaTag: number;
  readonly peakDeciC: number;
  readonly leastOhm: number;
  readonly mostOhm: number;
  /** Begun by an order of the firmware, and not by a fault. */
  readonly ordered: boolean;
}

/** What a maker declares of a generator. */
export interface RadioModel {
  readonly microJoulePerPinMax: number;
  readonly pulseMsMin: number;
  readonly pulseMsMax: number;
  readonly impedanceOhmMin: number;
  readonly impedanceOhmMax: number;
  readonly insulated: boolean;
  readonly hardwareTimer: boolean;
  readonly liftOffMs: number;
  readonly abortDeciC: number;
}

/** One true entry of the needles: from rim to peak and back. */
export interface Stroke {
  /** Plant time of the peak. */
  readonly tMs: number;
  readonly peakUm: number;
  readonly contact: boolean;
  readonly areaTag: number;
}

/** What is really so at this moment. */
export interface Truth {
  readonly tMs: number;
  /** Entries since the plant was made, in air and in skin. */
  readonly strokes: number;
  readonly strokesInSkin: number;
  /** How far the tips stand beyond the rim now. */
  readonly protrudingUm: number;
  /** No cam angle could bring the tips beyond the rim. */
  readonly retracted: boolean;
  readonly motorOn: boolean;
  readonly rateCentiHz: number;
  readonly depthStopUm: number;
}

/** What a calibration certificate says of one pen; low figures hold up to 500 um commanded. */
export interface Certificate {
  readonly certificateId: string;
  readonly class: 'none' | 'S' | 'P' | 'fail';
  /** Days since 2020-01-01, as is `dueDay`. */
  readonly issuedDay: number;
  readonly dueDay: number;
  readonly biasLowUm: number;
  readonly uncertaintyLowUm: number;
  readonly biasHighUm: number;
  readonly uncertaintyHighUm: number;
}

/** Which of the optional sensors a model has. */
export interface SensorSet {
  readonly contact: boolean;
  readonly force: boolean;
  readonly tilt: boolean;
  readonly motion: boolean;
  readonly depth: boolean;
}

/** One kind of pen as data: what it tells about itself, and the mechanics that it does not tell. */
export interface PenModel {
  /** At most 16 characters, as the identity page carries it. */
  readonly model: string;
  readonly hardware: number;
  readonly depthUmMin: number;
  readonly depthUmMax: number;
  readonly depthStepUm: number;
  /** Equal to the maximum in a pen of fixed rate. */
  readonly rateCentiHzMin: number;
  readonly rateCentiHzMax: number;
  readonly evaluatedDepthUmMax: number;
  /** Declared dynamic overshoot; undefined is undeclared, and then lies inside the uncertainty. */
  readonly overshootUm: number | undefined;
  readonly sensors: SensorSet;
  readonly creditMax: number;
  readonly leaseMsMax: number;
  readonly reserveAhead: number;
  readonly brakeMsMax: number;
  readonly retractMsMax: number;
  /** Cartridges with other needle counts do not fit this pen. */
  readonly needleCounts: readonly number[];
  readonly certificate: Certificate;
  /** The generator, in a pen that has one. */
  readonly radio?: RadioModel;
  readonly mechanics: Mechanics;
  readonly sensorQuality: SensorQuality;
}

/** One cartridge as an object in the world: its chip, and how it sits in the pen. */
export interface Cartridge {
  readonly seen: CartridgeSeen;
  /** How far its seat shifts the tips, outward positive. */
  readonly seatUm: number;
}
