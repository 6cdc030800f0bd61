// Which USB devices can be a pen, as data. A pen says so itself, in its USB product name; the chips
// below are only the bridges that pens are built with, and so are printers and test gear. A bridge
// is therefore shown and never chosen: opening it to look could move somebody else's motor.

/** A USB chip that a pen may be built with. */
export interface BridgeChip {
  readonly name: string;
  readonly vendorId: number;
  readonly productId: number;
}

/** The start of the USB product name by which a pen says what it is, whatever chip it uses. */
export const PEN_PRODUCT = /^corium[ _-]pen\b/i;

/** Serial bridges and boards, by the identity they leave the factory with (usb.ids, grade B). */
export const BRIDGE_CHIPS: readonly BridgeChip[] = [
  { name: 'FTDI FT232R', vendorId: 0x0403, productId: 0x6001 },
  { name: 'FTDI FT231X', vendorId: 0x0403, productId: 0x6015 },
  { name: 'Silicon Labs CP210x', vendorId: 0x10c4, productId: 0xea60 },
  { name: 'WCH CH340', vendorId: 0x1a86, productId: 0x7523 },
  { name: 'WCH CH9102', vendorId: 0x1a86, productId: 0x55d4 },
  { name: 'Prolific PL2303', vendorId: 0x067b, productId: 0x2303 },
  { name: 'STMicroelectronics virtual COM port', vendorId: 0x0483, productId: 0x5740 },
  { name: 'Raspberry Pi Pico CDC', vendorId: 0x2e8a, productId: 0x000a },
  { name: 'Espressif USB JTAG/serial', vendorId: 0x303a, productId: 0x1001 },
];

/** The chip behind a USB identity, if it is one that pens are built with. */
export const bridgeChip = (vendorId: number, productId: number): BridgeChip | undefined =>
  BRIDGE_CHIPS.find((chip) => chip.vendorId === vendorId && chip.productId === productId);
