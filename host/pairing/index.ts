// The door of pairing: where keys are kept, the seal around a port, and how keys are made.

export { type KeyRefusal, keyName, type PenKeys } from './key-file.ts';
export { insideData, keyFolder, type KeyStore, openKeyStore, pathRefusal } from './key-store.ts';
export { pair, type PairNews, type PairRefusal, rotate, unpair } from './procedure.ts';
export { sealPort } from './sealed-port.ts';
export type { SealNews } from './seal-state.ts';
export { talkTo } from './talk.ts';
export { sayKeyRefusal, sayPairRefusal, sayTrouble } from './words.ts';
