// The door of the firmware: wake it, step it, read its state. How it decides is behind the door.

export { wake, type Waking } from './boot.ts';
export { calmMs, saysNothingNew } from './calm.ts';
export { ceilingOf, type Ceiling } from './ceilings.ts';
export type { Effect, FirmwareEvent, Heading, Refusal, Step } from './event.ts';
export { checkOf, FRESH, type Latch, type NonVolatile } from './non-volatile.ts';
export { NO_KEYS, type PairingRecord } from './pairing-state.ts';
export { step, tickMsMax } from './step.ts';
export type { Boot, DoingKind, Firmware, Make } from './state.ts';
