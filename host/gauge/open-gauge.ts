// From the address of a gauge to a gauge that is read: the real serialport, or a socket of this
// computer. Only what was named is opened, and never just to look: whatever hangs there may be
// somebody's motor.

import { ok, refuse, type Result } from '../../protocol/result.ts';
import { mannersOf } from '../core/gauge/manners.ts';
import { type OpenRefusal, parsePenAddress, sayOpenRefusal } from '../link/index.ts';
import { openSerial } from '../link/serial-port.ts';
import { openTcp } from '../link/tcp-port.ts';
import { type GaugeManner, type GaugePort, gaugeOver } from './gauge-port.ts';

/** Which gauge is wanted, and where it is. */
export interface GaugeWish extends GaugeManner {
  /** `serial:PATH` or `tcp:HOST:PORT`. */
  readonly address: string;
  /** Another speed than its kind usually has. */
  readonly baudRate?: number;
}

/** Opens a gauge; a refusal is a sentence with the next step. */
export async function openGauge(wish: GaugeWish): Promise<Result<GaugePort, string>> {
  const { address: asked, kind, wiring } = wish;
  const address = parsePenAddress(asked);
  if (!address.ok || address.value.kind === 'hid' || address.value.kind === 'sim') {
    return refuse(
      `"${asked}" is not the address of a gauge; write serial:PATH or tcp:HOST:PORT, for ` +
        'instance serial:/dev/ttyUSB0.',
    );
  }
  const baudRate = wish.baudRate ?? mannersOf(kind, wiring).baudRate;
  const opened = address.value.kind === 'serial'
    ? await openSerial(address.value.path, { baudRate })
    : await openTcp(address.value.host, address.value.port);
  return opened.ok ? ok(gaugeOver(opened.value, wish)) : refuse(sayGaugeRefusal(opened.error));
}

const SEE_PORTS = 'run "corium pens" to see the ports there are';

/** Says why a gauge was not opened; what is the same for a pen is said in the same words. */
function sayGaugeRefusal(refusal: OpenRefusal): string {
  if (refusal.code === 'absent') {
    const why = 'the gauge is unplugged, off, or under another name';
    return `There is no ${refusal.name}: ${why}; plug it in, and ${SEE_PORTS}.`;
  }
  if (refusal.code === 'wrong-device') {
    const what = `${refusal.name} is ${refusal.found}`;
    return `${what}, not a port that a gauge can hang on; ${SEE_PORTS}.`;
  }
  if (refusal.code === 'vanished') {
    return `${refusal.name} went away while it was being opened; check the plug and try again.`;
  }
  if (refusal.code === 'remote-refused') {
    return `${refusal.name} is another computer; use a gauge that is plugged into this one.`;
  }
  return sayOpenRefusal(refusal);
}
