/**
 * The product's own reading of a journal, begun at any line instead of the first: what lies before
 * was read and is as it was, so a sweep over every byte reads each line a few times and not all
 * lines every time.
 */
import { scanLines, type Scanned, type ScanRefusal } from '../../../host/journal/scan.ts';
import type { Entry } from '../../../host/journal/index.ts';
import { sha256 } from '../../../host/journal/world.ts';
import { genesis, type Head } from '../../../host/journal/chain.ts';
import type { Result } from '../../../protocol/result.ts';
import type { Recorded } from './recorded.ts';

/** The line that a byte lies in, counted from 0. */
export function lineAt({ starts }: Recorded, byte: number): number {
  let [low, high] = [0, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= byte) low = middle;
    else high = middle;
  }
  return low;
}

/** The head of the chain before a line. */
export function headBefore({ entries, installation }: Recorded, line: number): Head {
  const before = entries[line - 1];
  if (before !== undefined) return { n: before.n, hash: before.hash };
  const { installationId } = JSON.parse(new TextDecoder().decode(installation)) as {
    installationId: string;
  };
  return genesis(installationId, sha256);
}

/** What reading from a line on came to, and the lines that it found. */
export interface ReadOn {
  readonly outcome: Result<Scanned, ScanRefusal>;
  readonly found: readonly Entry[];
}

/** Reads bytes that begin where a line of the recorded journal began. */
export function readOn(recorded: Recorded, line: number, bytes: Uint8Array): ReadOn {
  const found: Entry[] = [];
  const outcome = scanLines(bytes, headBefore(recorded, line), sha256, (entry) => {
    found.push(entry);
  });
  return { outcome, found };
}
