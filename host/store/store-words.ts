// The sentences of the store: why it was not opened, brought up, copied or put back, and why a
// cartridge was not given; each with what to do next.

import { explainChart } from '../chart/index.ts';
import { explainRefusal } from '../journal/index.ts';
import type { BackupRefusal } from './backup.ts';
import type { CatchUpRefusal } from './catch-up.ts';
import type { ClaimRefusal } from './claim.ts';
import type { StoreRefusal } from './open-store.ts';

/** The sentence of a store that could not be opened. */
export function storeSentence(refusal: StoreRefusal): string {
  switch (refusal.code) {
    case 'store-newer':
      return `${refusal.where} was made by a newer Corium (version ${String(refusal.version)}). `
        + 'Update this host.';
    case 'store-damaged':
      return `${refusal.where} cannot be opened (${refusal.why}). Nothing is lost: the journals `
        + 'are the truth. Move the file away and run "corium store rebuild".';
    case 'store-unreachable':
      return `The database at ${refusal.where} cannot be reached (${refusal.why}). This room goes `
        + 'on alone with its own journals, and tells the others later.';
  }
}

/** The sentence of a store that could not be brought up to the journals. */
export function catchUpSentence(refusal: CatchUpRefusal): string {
  if (refusal.code === 'store-state-damaged') {
    return 'The store does not know any more where it was; run "corium store rebuild".';
  }
  return explainRefusal(refusal.refusal);
}

/** The sentence of a copy that was not made, or not put back. */
export function backupSentence(refusal: BackupRefusal): string {
  switch (refusal.code) {
    case 'backup-there':
      return `There is something at ${refusal.path} already, and it was not written over; name `
        + 'another path.';
    case 'backup-unwritable':
      return `No copy could be made at ${refusal.path} (${refusal.why}); free the disk, remove `
        + 'what is there, or name another path.';
    case 'backup-unreadable':
      return `The copy at ${refusal.path} cannot be read (${refusal.why}); a copy is two files, `
        + 'the second with ".json" behind its name.';
    case 'backup-altered':
      return `The copy at ${refusal.path} is not what was copied: it was altered or damaged. The `
        + 'store was left as it is; take another copy, or run "corium store rebuild".';
    case 'backup-of-another':
      return `The copy at ${refusal.path} is of another installation (${refusal.site}); the store `
        + 'was left as it is.';
    case 'backup-newer-than-journal':
      return `The copy at ${refusal.path} knows lines of a journal that is not here any more: the `
        + 'journal was cut off or is an older one. Restore the newest journal there is first.';
    case 'journal-refused':
    case 'store-state-damaged':
      return catchUpSentence(refusal);
    case 'store-newer':
    case 'store-damaged':
    case 'store-unreachable':
      return storeSentence(refusal);
  }
}

/** The sentence of a cartridge that was not given. */
export function claimSentence(refusal: ClaimRefusal): string {
  switch (refusal.code) {
    case 'held-already':
      return `The cartridge ${refusal.serial} was taken on ${refusal.at.slice(0, 10)} for another `
        + 'visit; a cartridge is for one person and one visit. Take a new one.';
    case 'cartridge-blocked':
      return `The cartridge ${refusal.serial} is blocked in every room `
        + `(${refusal.because.replaceAll('-', ' ')}); discard it and take a new one.`;
    case 'used-already':
      return `The cartridge ${refusal.serial} has needled before (treatment `
        + `${refusal.treatmentId}); discard it and take a new one.`;
    case 'seen-while-alone':
      return `The cartridge ${refusal.serial} was seen here before, and the other rooms cannot be `
        + 'asked now whether it was used; take one from a fresh package.';
    case 'journal-refused':
    case 'store-state-damaged':
      return catchUpSentence(refusal);
    case 'chart-refused':
    case 'chart-failed':
      return explainChart(refusal);
  }
}
