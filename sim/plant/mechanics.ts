/**
 * The hidden side of a pen model: ranges of manufacture, and what one individual got of them.
 *
 * None of this crosses the wire. A certificate bounds what these numbers can add up to
 * (certificate.ts holds the sum), so a pen inside its ranges is inside its certificate.
 * All figures are proposals of ours (grade D) unless a line names a source.
 */

/** A closed range of whole numbers. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Everything about the body of a pen that the plant needs. */
export interface Mechanics {
  /** Error of extension over all individuals: constant, proportional, bowed (most mid-range). */
  readonly offsetUm: Range;
  readonly gainPpm: Range;
  readonly bowUm: Range;
  /** Lost motion between approaches from above and from below. */
  readonly hysteresisUm: Range;
  /** How far any cartridge that fits may sit off nominal, either way. */
  readonly seatUmMax: number;
  /** Play of the needle carrier, per stroke, either way. */
  readonly jitterUm: number;
  /** What the tips lose as the carrier wears, and where that ends. */
  readonly wearNmPerKiloStroke: number;
  readonly wearUmMax: number;
  /** Growth of the carrier per degree above 25 degrees, and the most it can be. */
  readonly growthNmPerDegC: number;
  readonly growthUmMax: number;
  /**
   * True overshoot at the fastest rate that a pen lets pass, a fifth over its highest one; it falls
   * with the square of the rate.
   */
  readonly overshootUmMax: number;

  /** How far behind the rim the tips lie when the depth stop is withdrawn. */
  readonly restUm: number;
  /** How far behind the rim the tips must lie for the switch to call them retracted. */
  readonly retractedUm: number;
  readonly depthStopUmPerMs: number;

  /** Error of the speed controller. */
  readonly ratePpm: Range;
  /** Variation of the rate from stroke to stroke, either way. */
  readonly rateJitterPpm: number;
  /** What full torque does to the unloaded cam in one millisecond, at nominal voltage. */
  readonly spinUpCentiHzPerMs: number;
  readonly brakeCentiHzPerMs: number;
  /** What friction alone takes from a turning cam in one millisecond. */
  readonly frictionCentiHzPerMs: number;
  /** What skin takes in one millisecond, per needle and millimetre of depth, in thousandths. */
  readonly skinMilliPerNeedleMm: number;
  /** Share of the speed error that the controller corrects in one millisecond. */
  readonly controlPermille: number;

  readonly power: 'battery' | 'mains';
  /** The supply at which the motor figures hold. */
  readonly nominalMv: number;
  /** Where an unloaded motor at full torque stops gaining speed. */
  readonly freeCentiHz: number;
  readonly capacityMas: number;
  readonly resistanceMilliohm: number;
  readonly chargeMa: number;
  readonly idleMa: number;
  /** Current behind one centihertz per millisecond of motor torque. */
  readonly microampPerTorque: number;
  /** Warming in ten seconds at one ampere, and cooling in ten seconds per degree. */
  readonly heatMilliDegPer10S: number;
  readonly coolMilliDegPer10S: number;
}

/** How good the pen's own sensors are. */
export interface SensorQuality {
  readonly peakStepUm: number;
  readonly peakNoiseUm: number;
  readonly forceStepMn: number;
  readonly forceNoiseMn: number;
  readonly tiltNoiseDeg: number;
  readonly glideNoiseMmS: number;
  readonly motorNoiseMa: number;
}

/** What one pen got of its model's ranges. */
export interface Individual {
  readonly offsetUm: number;
  readonly gainPpm: number;
  readonly bowUm: number;
  readonly hysteresisUm: number;
  readonly ratePpm: number;
}
