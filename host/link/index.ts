// The door of the link: what the loop, the command line and the doctor take from here. The pure
// half of a link session stands beside it and is imported by its own files.

export { type PortsFound, choosePen, discoverPorts } from './discover.ts';
export { type FileFacts, type FileView, type Roots } from './file-view.ts';
export { SYSTEM_ROOTS, systemFiles } from './file-view.ts';
export { loadHid } from './hid-library.ts';
export { findHolders, processesNamed } from './holders.ts';
export { groupName } from './inspect-path.ts';
export { openCarrier } from './open-carrier.ts';
export type { Holder, OpenRefusal } from './open-refusal.ts';
export { sayOpenRefusal } from './open-refusal-words.ts';
export { areaByPedal, type SideRefusal } from './pedal-area.ts';
export type { PedalEvent, PedalReleaseReason } from './pedal.ts';
export { openPedalReader, type PedalReader } from './pedal-reader.ts';
export { type PenAddress, parsePenAddress } from './pen-address.ts';
export { describePort, portKind, type PortSeen } from './port-seen.ts';
export { usbFolder } from './sysfs-ports.ts';
export { systemTimers, type Timers } from './timers.ts';
