// The sentences for a store that could not be opened.

import type { StoreRefusal } from './open-store.ts';

/** One or two sentences with what to do next. */
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
