// The arming that the guard knows of: from the ARM that it let through, over the pen's own word
// that it is armed, to whatever ends it. Its numbers are fixed when it is made and only ever go
// down; what the pen did under it stands beside them.

/** An arming with everything that a grant under it is held against; changed in place. */
export interface Arming {
  readonly armingId: number;
  /** The number of the ARM, by which the pen's answer is known. */
  readonly seq: number;
  readonly place: number;
  readonly face: boolean;
  readonly needles: number;
  readonly from: number;
  readonly ceiling: number;
  readonly credit: number;
  readonly leaseMs: number;
  readonly stamp: boolean;
  readonly holdMsMax: number;
  readonly dwellMsMax: number;
  readonly contactMsMax: number;
  readonly needleOnMsMax: number;
  /** Asked of the pen, armed by its own word, or over. */
  state: 'asked' | 'armed' | 'over';
  depthUm: number;
  rateCentiHz: number;
  passCeiling: number;
  /** Time with the needles running on the skin, by the pen's clock. */
  onMs: number;
  /** Of the hold under way: which, how long on the skin, how long on one spot. */
  holdId: number;
  holdMs: number;
  stillMs: number;
  /** The hold that was granted last, and up to where. */
  grantedHold: number;
  grantedCeiling: number;
  /** Its energy; none in an arming that declares none. */
  readonly energy?: ArmedEnergy;
}

/** The energy of an arming, and the newest pulse that was granted under it. */
export interface ArmedEnergy {
  readonly from: number;
  readonly ceiling: number;
  readonly microJoulePerPin: number;
  readonly pulseMs: number;
  grantedHold: number;
  grantedPulse: number;
}

/** No hold bears this number. */
export const NO_HOLD = -1;
