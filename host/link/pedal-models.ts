// The foot pedals that are known, as data: how USB names them and what their reports mean. A pedal
// that is not in this table is not read. Bits that a model does not declare make a report
// unreadable, and an unreadable report is a release.
//
// Sources, both grade B (read out of other people's drivers, not measured here):
// - VEC: F. Love, "scribouillage", driver.go: two bytes, 01 00 left, 02 00 middle, 04 00 right.
// - Philips: Google Chrome Labs, "dictation_support", foot_control_device.ts: one mask byte,
//   bit 0 rewind, bit 1 play, bit 2 forward; ACC2310 and ACC2320 share product 1844.

/** How one model of pedal is recognised and read. */
export interface PedalModel {
  readonly name: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly reportBytesMin: number;
  readonly reportBytesMax: number;
  /** Masks within the first byte of a report. */
  readonly holdMask: number;
  readonly leftMask: number;
  readonly rightMask: number;
  /** The longest that the pedal itself may keep a change back: its USB polling interval. */
  readonly reportMsMax: number;
}

/** All known pedals. The middle, largest surface is the hold; the outer ones are side buttons. */
export const PEDAL_MODELS: readonly PedalModel[] = [
  {
    name: 'VEC Infinity IN-USB-2',
    vendorId: 0x05f3,
    productId: 0x00ff,
    reportBytesMin: 2,
    reportBytesMax: 2,
    holdMask: 0x02,
    leftMask: 0x01,
    rightMask: 0x04,
    reportMsMax: 10,
  },
  {
    name: 'Philips ACC2310/ACC2320 foot control',
    vendorId: 0x0911,
    productId: 0x1844,
    reportBytesMin: 1,
    reportBytesMax: 9,
    holdMask: 0x02,
    leftMask: 0x01,
    rightMask: 0x04,
    reportMsMax: 10,
  },
];

/** The model behind a USB identity, if it is a pedal that is known. */
export const pedalModel = (vendorId: number, productId: number): PedalModel | undefined =>
  PEDAL_MODELS.find((model) => model.vendorId === vendorId && model.productId === productId);
