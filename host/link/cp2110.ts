// The reports of the CP2110 HID-to-UART bridge, as bytes and nothing else. Silicon Labs, "CP2110/4
// Interface Specification", application note AN434: an input or output report whose id is 1 to 63
// carries that many bytes of the line, and feature reports set the line up.

/** The bridge's USB identity as it leaves the factory. */
export const CP2110 = { vendorId: 0x10c4, productId: 0xea80 } as const;

/** The most bytes of the line that one report carries. */
export const CP2110_DATA_BYTES_MAX = 63;

/** The feature report that switches the line on and off, and reads back which. */
export const UART_ENABLE = 0x41;
/** The feature report that empties the bridge's buffers. */
export const PURGE_FIFOS = 0x43;
/** The feature report that sets rate, parity, flow control, data bits and stop bits. */
export const UART_CONFIG = 0x50;

const BOTH_FIFOS = 0x03;
const NO_PARITY = 0x00;
const NO_FLOW_CONTROL = 0x00;
const EIGHT_DATA_BITS = 0x03;
const ONE_STOP_BIT = 0x00;

/** The lowest and highest rate that the bridge can do (AN434). */
export const CP2110_BAUD_RATES = { min: 300, max: 1_000_000 } as const;

/** Eight bits, no parity, one stop bit, no flow control; the rate is big-endian here. */
export function configReport(baudRate: number): Uint8Array {
  const report = new Uint8Array(9);
  const view = new DataView(report.buffer);
  view.setUint8(0, UART_CONFIG);
  view.setUint32(1, baudRate, false);
  report.set([NO_PARITY, NO_FLOW_CONTROL, EIGHT_DATA_BITS, ONE_STOP_BIT], 5);
  return report;
}

/** Switches the line on. */
export const enableReport = (): Uint8Array => Uint8Array.of(UART_ENABLE, 1);

/** Empties both buffers, so that nothing of an earlier program is heard or sent. */
export const purgeReport = (): Uint8Array => Uint8Array.of(PURGE_FIFOS, BOTH_FIFOS);

/** Whether a read-back of the enable report says that the line is on. */
export const saysEnabled = (report: Uint8Array): boolean =>
  report[0] === UART_ENABLE && report[1] === 1;

/** Cuts bytes for the line into output reports. */
export function dataReports(bytes: Uint8Array): readonly Uint8Array[] {
  const reports: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += CP2110_DATA_BYTES_MAX) {
    const part = bytes.subarray(at, at + CP2110_DATA_BYTES_MAX);
    const report = new Uint8Array(part.length + 1);
    report[0] = part.length;
    report.set(part, 1);
    reports.push(report);
  }
  return reports;
}

/** The line's bytes inside an input report; undefined when it is no data report or too short. */
export function dataOf(report: Uint8Array): Uint8Array | undefined {
  const count = report[0] ?? 0;
  if (count < 1 || count > CP2110_DATA_BYTES_MAX || report.length < count + 1) return undefined;
  return report.subarray(1, count + 1);
}
