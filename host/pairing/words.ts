// The sentences about keys and pairing: what it is, and what to do next. None of them names a key.

import type { KeyRefusal } from './key-file.ts';
import type { PairRefusal } from './procedure.ts';
import type { SealNews } from './seal-state.ts';

/** Says why keys cannot be had or kept. */
export function sayKeyRefusal(refusal: KeyRefusal): string {
  switch (refusal.code) {
    case 'loose':
      return (
        `${refusal.path} can be read by others (mode ${refusal.mode}), and whoever reads a key ` +
        'can move its pen. ' +
        `Run "chmod go= '${refusal.path}'", and if somebody may have read it, ` +
        'rotate the key with "corium pens rotate".'
      );
    case 'not-ours':
      return (
        `${refusal.path} belongs to another user, who could change the keys in it. ` +
        'Sign in as that user, or name a folder of your own in CORIUM_KEYS.'
      );
    case 'not-a-key-file':
      return (
        `${refusal.path} is not a key file. If it was damaged, take it away and pair its pen ` +
        'again with "corium pens pair".'
      );
    case 'unreadable':
      return `${refusal.path} cannot be read: ${refusal.why}. Check the disk and its permissions.`;
    case 'cannot-write':
      return (
        `${refusal.path} cannot be written: ${refusal.why}. ` +
        'Nothing was changed at the pen; make room or give permission, and try again.'
      );
    case 'inside-data':
      return (
        `${refusal.path} lies in the folder of the installation, which is backed up and shown. ` +
        'Keep keys elsewhere: name another folder in CORIUM_KEYS.'
      );
  }
}

/** How a pen is paired, for sentences that end with it. */
const PAIR_AGAIN =
  'hold the button beside its charging contacts for three seconds, and run "corium pens pair". ' +
  'Its identity, ledger and latch stay as they are';

/** Says why a key was not made, changed or taken away. */
export function sayPairRefusal(refusal: PairRefusal): string {
  switch (refusal.code) {
    case 'no-answer':
      return 'The pen does not answer. Check what is plugged in with "corium pens", and try again.';
    case 'no-window':
      return (
        'Nobody held the button of the pen. Hold the one beside the charging contacts, not the ' +
        'trigger, for three seconds while the pen lies still, and try again.'
      );
    case 'not-confirmed':
      return (
        'The button was not pressed a second time, and nothing was changed. If the digits were ' +
        'not the same, something stands between this computer and the pen: use another cable.'
      );
    case 'not-sealed':
      return (
        'This computer holds no key that the pen knows. Pair it with "corium pens pair", or use ' +
        'the computer that it is paired with.'
      );
    case 'refused':
      return (
        `The pen refuses (${refusal.reason}). Put it down with its needles in, end what it is ` +
        'armed for, and try again.'
      );
    case 'bad-exchange':
      return 'What the pen sent is no half of a key. Try again, with another cable if it stays.';
    case 'not-proven':
      return (
        'The pen did not prove the new key. Whatever key it has now is kept here too: ' +
        'run the same command again.'
      );
    case 'store':
      return sayKeyRefusal(refusal.refusal);
  }
}

/** Says what the seal has found, where a person has to do something about it. */
export function sayTrouble(news: Exclude<SealNews, { readonly kind: 'sealed' | 'bare' }>): string {
  switch (news.kind) {
    case 'stranger':
      return (
        'This pen is paired, and not with this computer: it tells its pages, takes STOP, and ' +
        `does nothing else. Use the computer that it is paired with, or ${PAIR_AGAIN}.`
      );
    case 'key-lost':
      return (
        `Pen ${news.serial} should be paired with this computer and holds no key: it was ` +
        'unpaired, or something else answers in its name. Look at the pen; if it is yours, ' +
        `run "corium pens unpair --forget ${news.serial}" and pair it again.`
      );
    case 'other-pen':
      return (
        `What answers says that it is pen ${news.says} under the key of pen ${news.serial}. ` +
        'Pair the pen again, and find out who had the key.'
      );
    case 'counter-back':
      return (
        `Pen ${news.serial} counts its sessions from ${news.counter}, and was at ${news.known}: ` +
        'its memory was put back, or a recording answers. Unplug it, and if it is yours, run ' +
        `"corium pens unpair --forget ${news.serial}" and pair it again.`
      );
    case 'must-seal':
      return (
        'A pen over the network has to be paired, and this one is not. Pair it on a computer ' +
        'that it is plugged into, and copy the key file here by a way that nobody else reads.'
      );
    case 'store':
      return sayKeyRefusal(news.refusal);
  }
}
