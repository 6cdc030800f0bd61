// What the pen itself has said in the present link session, page by page and telemetry by
// telemetry, as the decoder gave it: the guard keeps it apart from what the host makes of it. A
// new greeting forgets everything, and a frame of another link session, or one out of its order,
// is not heard.

import { sessionOf } from '../../protocol/binding.ts';
import type { Energy, EnergyLimits } from '../../protocol/energy.ts';
import type { Header } from '../../protocol/frame.ts';
import { type FromPen, SIGNAL, type Telemetry } from '../../protocol/from-pen.ts';
import type { ToPen } from '../../protocol/to-pen.ts';

type PageOf<Kind extends FromPen['kind']> = Extract<FromPen, { readonly kind: Kind }>;

/** What was heard; one record, changed in place, since telemetry comes a hundred times a second. */
export interface Heard {
  /** The nonce of a HELLO that waits for its WELCOME. */
  greeted: number | undefined;
  session: number | undefined;
  seq: number;
  identity: PageOf<'identity'> | undefined;
  capabilities: PageOf<'capabilities'> | undefined;
  calibration: PageOf<'calibration'> | undefined;
  cartridge: PageOf<'cartridge'> | undefined;
  telemetry: Telemetry | undefined;
  /** The highest reading of the stroke counter, by ledger and telemetry. */
  strokes: number;
  /** What a pen with energy declares, its count of pulses, and when the newest was counted. */
  energyLimits: EnergyLimits | undefined;
  pulses: number | undefined;
  pulseAtPenMs: number;
}

/** Nothing was heard. */
export const createHeard = (): Heard => ({
  greeted: undefined,
  session: undefined,
  seq: 0,
  identity: undefined,
  capabilities: undefined,
  calibration: undefined,
  cartridge: undefined,
  telemetry: undefined,
  strokes: 0,
  energyLimits: undefined,
  pulses: undefined,
  pulseAtPenMs: Number.NEGATIVE_INFINITY,
});

/** A HELLO goes out: whatever was known belongs to another link session. */
export const forgetAll = (heard: Heard, hostNonce: number): void => {
  Object.assign(heard, createHeard(), { greeted: hostNonce });
};

/** Takes a message in, and says whether it belongs to the present link session. */
export function hear(heard: Heard, message: FromPen | ToPen, header: Header): boolean {
  if (message.kind === 'welcome') return welcomed(heard, message);
  if (header.session !== heard.session || header.seq <= heard.seq) return false;
  heard.seq = header.seq;
  take(heard, message);
  return true;
}

/** Keeps the pages that a cap is reckoned from; the rest is for others. */
function take(heard: Heard, message: FromPen | ToPen): void {
  if (message.kind === 'telemetry') heardTelemetry(heard, message);
  else if (message.kind === 'ledger') heard.strokes = Math.max(heard.strokes, message.strokes);
  else if (message.kind === 'identity') heard.identity = message;
  else if (message.kind === 'capabilities') heard.capabilities = message;
  else if (message.kind === 'calibration') heard.calibration = message;
  else if (message.kind === 'cartridge') heard.cartridge = message;
  else if (message.kind === 'energy-limits') heard.energyLimits = message;
  else if (message.kind === 'energy') heardEnergy(heard, message);
}

/** The first WELCOME to the newest HELLO makes the link session. */
function welcomed(heard: Heard, { hostNonce, penNonce }: PageOf<'welcome'>): boolean {
  if (heard.greeted !== hostNonce) return false;
  heard.greeted = undefined;
  heard.session = sessionOf(hostNonce, penNonce);
  return true;
}

function heardTelemetry(heard: Heard, telemetry: Telemetry): void {
  heard.telemetry = telemetry;
  heard.strokes = Math.max(heard.strokes, telemetry.strokes);
  // A cartridge that was out may be another one by now: it has to be read again.
  if ((telemetry.signals & SIGNAL.cartridge) === 0) heard.cartridge = undefined;
}

/** A count never goes down: what was given stays given. */
function heardEnergy(heard: Heard, { pulses, penMs }: Energy): void {
  if (heard.pulses !== undefined && pulses <= heard.pulses) return;
  if (heard.pulses !== undefined) heard.pulseAtPenMs = penMs;
  heard.pulses = pulses;
}
