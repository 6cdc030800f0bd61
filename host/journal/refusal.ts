// Why a journal could not be opened, and why it stopped taking lines. Data only; the sentences are
// made in explain.ts.

import type { FileFault } from './door.ts';
import type { LineFault } from './chain.ts';

/** Why a journal was not opened or not made. Each keeps the pen from being armed. */
export type JournalRefusal =
  | { readonly code: 'missing'; readonly path: string }
  | { readonly code: 'already-there'; readonly path: string }
  | { readonly code: 'installation-damaged'; readonly path: string }
  | { readonly code: 'installation-newer'; readonly path: string; readonly version: number }
  | { readonly code: 'empty'; readonly path: string }
  | { readonly code: 'file-missing'; readonly path: string }
  | { readonly code: 'file-unfinished'; readonly path: string }
  | { readonly code: 'not-continued'; readonly path: string }
  | { readonly code: 'bad-line'; readonly path: string; readonly line: number;
      readonly fault: LineFault }
  | { readonly code: 'held'; readonly path: string; readonly pid: number;
      readonly machine: string; readonly since: string }
  | { readonly code: 'held-by-unknown'; readonly path: string }
  | { readonly code: 'file-fault'; readonly fault: FileFault };

/** Why a line was not taken: the file failed, now or before, or the journal was closed. */
export type JournalFault =
  | { readonly code: 'failed'; readonly fault: FileFault }
  | { readonly code: 'closed' };
