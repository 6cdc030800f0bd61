/**
 * A journal in memory as something left it: opened by the product, and what came of that.
 */
import { type Entry, explainRefusal, openJournal } from '../../../host/journal/index.ts';
import { DIR, FIRST_FILE, granted, SEGMENT } from '../../support/journal.ts';
import { freshDisk } from '../../world/parts.ts';
import { unfitWords } from '../heard.ts';
import type { Recorded } from './recorded.ts';

/** What opening came to. */
export type Reopened =
  | {
      readonly kind: 'opened';
      /** The lines that were there before. */
      readonly entries: readonly Entry[];
      /** What was said of what was put right. */
      readonly recovered: readonly Extract<Entry, { readonly kind: 'recovered' }>[];
      /** What was kept aside. */
      readonly kept: Uint8Array | undefined;
    }
  | { readonly kind: 'refused'; readonly sentence: string; readonly unfit: readonly string[] };

/** Lays bytes down as the journal's file and opens it. */
export function reopen(recorded: Pick<Recorded, 'installation'>, bytes: Uint8Array): Reopened {
  const disk = freshDisk();
  const lay = (path: string, content: Uint8Array): void => {
    const file = granted(disk.door.create(path));
    granted(file.write(content, 0));
    granted(file.syncNow());
  };
  lay(`${DIR}/installation.json`, recorded.installation);
  lay(FIRST_FILE, bytes);
  const seen: Entry[] = [];
  const opened = openJournal(DIR, disk, {
    segmentBytes: SEGMENT,
    onEntry: (entry) => seen.push(entry),
  });
  if (!opened.ok) {
    const sentence = explainRefusal(opened.error);
    return { kind: 'refused', sentence, unfit: unfitWords(sentence) };
  }
  const own = seen.findLastIndex(({ kind }) => kind === 'journal-opened');
  const firstNew = seen.slice(0, own).findLastIndex(({ kind }) => kind !== 'recovered') + 1;
  const recovered = seen.slice(firstNew, own).filter((entry) => entry.kind === 'recovered');
  const kept = recovered.at(-1)?.kept;
  return {
    kind: 'opened',
    entries: seen.slice(0, firstNew),
    recovered,
    kept: kept === undefined ? undefined : disk.door.files.get(`${DIR}/journal/${kept}`)?.bytes,
  };
}
