// The one place where the journal's refusals and faults become English: what happened, where, and
// what a person can do next. Nothing decides by these sentences.

import { unreachable } from '../../protocol/assert.ts';
import type { LineFault } from './chain.ts';
import type { FileCall, FileFault } from './door.ts';
import type { JournalFault, JournalRefusal } from './refusal.ts';

const CODES: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EFBIG', 'this user may not make files any larger'],
  ['EROFS', 'the folder is read-only'],
  ['EACCES', 'this user has no permission'],
  ['EPERM', 'the system does not permit it'],
  ['EIO', 'the disk reported an error'],
  ['ENOENT', 'it is not there'],
  ['EMFILE', 'too many files are open'],
  ['ESHORT', 'the disk took no more bytes'],
]);

const CALLS: Readonly<Record<FileCall, string>> = {
  'make-folder': 'made',
  list: 'listed',
  read: 'read',
  create: 'made',
  open: 'opened for writing',
  write: 'written',
  sync: 'synced to disk',
  truncate: 'cut to length',
  close: 'closed',
  rename: 'renamed',
  link: 'made',
  remove: 'removed',
  'sync-folder': 'synced to disk',
};

/** One sentence for a call on the file system that failed. */
export const explainFileFault = ({ call, path, code }: FileFault): string =>
  `${path} could not be ${CALLS[call]}: ` +
  `${CODES.get(code) ?? 'the system gave an error'} (${code}).`;

/** What is wrong with a line, as the end of a sentence. */
function explainLine(fault: LineFault): string {
  switch (fault.code) {
    case 'newer-version':
      return `was written by a newer Corium (format ${fault.version}). Update this host.`;
    case 'unknown-entry':
      return 'is whole, but of a kind that this Corium does not know. Update this host.';
    case 'altered':
      return `${ALTERED[fault.what]} The pen stays blocked; restore the journal from a backup.`;
    default:
      return unreachable(fault);
  }
}

const ALTERED = {
  text: 'was altered: it is not the text of a journal line.',
  hash: 'was altered: its hash does not fit what it says.',
  order: 'does not follow from the line before it: lines were altered, left out or moved.',
} as const;

/** One or two sentences for a journal that was not opened or not made. */
export function explainRefusal(refusal: JournalRefusal): string {
  switch (refusal.code) {
    case 'missing':
      return `${refusal.path} holds no installation.json, so there is no journal to count in. ` +
        'Restore it if there was one; make a new installation with "corium init" if not.';
    case 'already-there':
      return `${refusal.path} already holds an installation or the beginnings of one, ` +
        'and was left as it is.';
    case 'installation-damaged':
      return `${refusal.path} is damaged, so it is not known whose journal this is. ` +
        'Restore it from a backup.';
    case 'installation-newer':
      return `${refusal.path} was written by a newer Corium (format ${refusal.version}). ` +
        'Update this host.';
    case 'empty':
      return `${refusal.path} holds no whole line, though every journal begins with one. ` +
        'Restore it from a backup.';
    case 'file-missing':
      return `${refusal.path} is missing from the journal. Restore it from a backup.`;
    case 'file-unfinished':
      return `${refusal.path} ends before the journal goes on in the next file: ` +
        'lines were left out. Restore it from a backup.';
    case 'not-continued':
      return `${refusal.path} does not hold any more what was read from it before: lines were ` +
        'cut off, or it is the journal of an older backup. Restore the newest one there is.';
    case 'bad-line':
      return `${refusal.path}, line ${refusal.line}, ${explainLine(refusal.fault)}`;
    case 'held':
      return `Process ${refusal.pid} on ${refusal.machine} has held this journal since ` +
        `${refusal.since}. Stop it first; if it is certainly gone, remove ${refusal.path}.`;
    case 'held-by-unknown':
      return `${refusal.path} does not say who holds this journal. ` +
        'If no host is running, remove that file.';
    case 'file-fault':
      return explainFileFault(refusal.fault);
    default:
      return unreachable(refusal);
  }
}

/** One sentence for a journal that takes no more lines. */
export function explainFault(fault: JournalFault): string {
  switch (fault.code) {
    case 'failed':
      return `The journal takes nothing more: ${explainFileFault(fault.fault)}`;
    case 'closed':
      return 'The journal is closed.';
    default:
      return unreachable(fault);
  }
}
