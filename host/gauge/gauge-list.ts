// The list of gauges in the folder of an installation. It is written whole beside the old one,
// brought to the disk, and only then takes its place: a power cut leaves one list or the other.
// The new file is made by one writer alone, so that two at once do not lose each other's entry.

import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { GaugeEntry } from '../core/gauge/registry.ts';
import { checkShape } from '../doors/check-shape.ts';
import { doorSentence } from '../doors/door-words.ts';
import { parseJson } from '../doors/parse-json.ts';
import { readBounded } from '../doors/read-bounded.ts';
import { GAUGES_VERSION, gaugesFile, writtenGauge } from './gauge-shape.ts';

/** The name of the list in the folder of an installation. */
export const GAUGES_FILE = 'gauges.json';

const BYTES_MAX = 1024 * 1024;
const FILE = 'gauge list';

/** The gauges of an installation, or every sentence against their list; none is an empty list. */
export function readGauges(dataDir: string): Result<readonly GaugeEntry[], readonly string[]> {
  if (fs.statSync(dataDir, { throwIfNoEntry: false })?.isDirectory() !== true) {
    return refuse([`There is no folder ${dataDir}; make it with "corium init --data ${dataDir}".`]);
  }
  const bytes = readBounded(join(dataDir, GAUGES_FILE), FILE, BYTES_MAX);
  // Only a list that is not there is an empty one; a list that cannot be read blocks.
  if (!bytes.ok) {
    return bytes.error.code === 'absent' ? ok([]) : refuse([doorSentence(bytes.error)]);
  }
  const json = parseJson(bytes.value, FILE);
  if (!json.ok) return refuse([doorSentence(json.error)]);
  const shaped = checkShape(gaugesFile, json.value, FILE, GAUGES_VERSION);
  return shaped.ok ? shaped : refuse(shaped.error.map(doorSentence));
}

/** Reads the list, changes it, and writes it whole; nothing is written if the change is refused. */
export function changeGauges(
  dataDir: string,
  change: (entries: readonly GaugeEntry[]) => Result<readonly GaugeEntry[], string>,
): Result<readonly GaugeEntry[], readonly string[]> {
  const fresh = join(dataDir, `${GAUGES_FILE}.new`);
  // Read before the file is taken as well, so that a list that is refused leaves nothing behind.
  const first = readGauges(dataDir);
  if (!first.ok) return first;
  let handle: number | undefined;
  try {
    handle = fs.openSync(fresh, 'wx');
    const text = textAfter(dataDir, change);
    if (text.ok) writeWhole(handle, text.value, fresh, join(dataDir, GAUGES_FILE));
    else fs.rmSync(fresh);
    return text.ok ? readGauges(dataDir) : text;
  } catch (error) {
    if (handle !== undefined) fs.rmSync(fresh, { force: true });
    return refuse([sayUnwritten(error, fresh)]);
  } finally {
    if (handle !== undefined) fs.closeSync(handle);
  }
}

/** What the file is to be; it is read as it would be read again before it is written. */
function textAfter(
  dataDir: string,
  change: (entries: readonly GaugeEntry[]) => Result<readonly GaugeEntry[], string>,
): Result<string, readonly string[]> {
  const before = readGauges(dataDir);
  if (!before.ok) return before;
  const changed = change(before.value);
  if (!changed.ok) return refuse([changed.error]);
  const file = { version: GAUGES_VERSION, gauges: changed.value.map(writtenGauge) };
  const shaped = checkShape(gaugesFile, file, FILE, GAUGES_VERSION);
  return shaped.ok
    ? ok(`${JSON.stringify(file, undefined, 2)}\n`)
    : refuse(shaped.error.map(doorSentence));
}

function writeWhole(handle: number, text: string, fresh: string, path: string): void {
  fs.writeFileSync(handle, text);
  fs.fsyncSync(handle);
  fs.renameSync(fresh, path);
  syncFolder(dirname(path));
}

/** A file is found after a power cut only once its folder is on the disk too. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return; // folders cannot be opened there
  const handle = fs.openSync(path, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

function sayUnwritten(error: unknown, fresh: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EEXIST') {
    return (
      `${fresh} is there: another program writes the gauge list, or was cut off while it did; ` +
      'if none runs, delete that file and try again.'
    );
  }
  const why = error instanceof Error ? error.message : String(error);
  return `The gauge list could not be written (${why}); nothing was changed.`;
}
