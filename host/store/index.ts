// The door of the store for the rest of the host's shell and for its roots.

export { type BackupRefusal, backupStore, restoreStore } from './backup.ts';
export { type Caught, catchUp, type CatchUpRefusal } from './catch-up.ts';
export { chartOf, type ChartTreatment, type ChartView, personKeys } from './chart-view.ts';
export {
  claimCartridge, type Claimed, type Claiming, type ClaimRefusal, type Room,
} from './claim.ts';
export { type Compared, compareStores } from './compare-stores.ts';
export { contentHash } from './content-hash.ts';
export { type DoseGiven, doseHistory, type DoseHistory } from './dose.ts';
export { exchange, waitingLines } from './exchange.ts';
export { cartridgeHistory, dueFollowUps, treatmentsOnPen } from './lists.ts';
export {
  openPostgres, openSqlite, openStore, type Store, storeFile, type StoreRefusal,
} from './open-store.ts';
export { backupSentence, catchUpSentence, claimSentence, storeSentence } from './store-words.ts';
export type { Row } from './tables.ts';
export { type StoreFinding, verifyStore } from './verify-store.ts';
export {
  exchangeRooms, inRoom, type RoomGround, type RoomNews, type RoomRefusal, sharedAddress,
} from './room.ts';
