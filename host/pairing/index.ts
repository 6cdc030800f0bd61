// The door of pairing: where keys are kept, the seal around a port, and how keys are made.

export { keyName } from './key-file.ts';
export { insideData, type KeyStore, openKeyStore } from './key-store.ts';
export { openSealed } from './open-sealed.ts';
export {
  pair, type PairedPen, type PairNews, type PairRefusal, rotate, unpair,
} from './procedure.ts';
export type { SealNews } from './seal-state.ts';
export { talkTo } from './talk.ts';
export { sayKeyRefusal, sayPairRefusal, sayTrouble } from './words.ts';
