// The certificates of an installation: one file each, by id, written once and never over another.
// A file comes into being whole beside its place and is then given its name, so that a power cut
// leaves no half of one; a file that cannot be read is named and holds up nothing else.

import { join } from 'node:path';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import {
  CERTIFICATE_BYTES_MAX,
  CERTIFICATE_VERSION,
  signedShape,
  type SignedCertificate,
} from '../core/certificate/certificate-shape.ts';
import { checkShape } from '../doors/check-shape.ts';
import type { DoorRefusal } from '../doors/door-refusal.ts';
import { doorSentence } from '../doors/door-words.ts';
import { parseJson } from '../doors/parse-json.ts';
import { readBounded } from '../doors/read-bounded.ts';
import type { FileDoor, FileFault } from '../journal/door.ts';
import { writeNew } from '../journal/files.ts';
import { nodeDoor } from '../journal/node-door.ts';
import { fileText, textBytes } from './sign.ts';

/** The folder of the certificates. */
export const certificatesFolder = (dataDir: string): string => join(dataDir, 'certificates');

/** Where a certificate lies. */
export const certificatePath = (dataDir: string, certificateId: string): string =>
  join(certificatesFolder(dataDir), `${certificateId}.json`);

/** A certificate that was read, with the text of its file. */
export interface StoredCertificate {
  readonly signed: SignedCertificate;
  readonly text: string;
}

/** Reads a certificate from a file. */
export function readCertificate(path: string): Result<StoredCertificate, readonly DoorRefusal[]> {
  const bytes = readBounded(path, 'certificate', CERTIFICATE_BYTES_MAX);
  if (!bytes.ok) return refuse([bytes.error]);
  const json = parseJson(bytes.value, 'certificate');
  if (!json.ok) return refuse([json.error]);
  const signed = checkShape(signedShape, json.value, 'certificate', CERTIFICATE_VERSION);
  if (!signed.ok) return signed;
  return ok({ signed: signed.value, text: new TextDecoder().decode(bytes.value) });
}

/** Everything in the folder of certificates. */
export interface CertificateStore {
  readonly stored: readonly StoredCertificate[];
  /** Files that are no certificates, with why. */
  readonly unreadable: readonly { readonly name: string; readonly sentences: readonly string[] }[];
}

const FILES_MAX = 5_000;

/** Reads them all; no folder is no certificates. */
export function readCertificates(dataDir: string): CertificateStore {
  const folder = certificatesFolder(dataDir);
  const listed = nodeDoor.list(folder);
  const names = listed.ok ? listed.value.filter((name) => name.endsWith('.json')) : [];
  const stored: StoredCertificate[] = [];
  const unreadable: CertificateStore['unreadable'][number][] = [];
  for (const name of names.slice(0, FILES_MAX)) {
    const read = readCertificate(join(folder, name));
    if (read.ok && `${read.value.signed.certificate.certificateId}.json` === name) {
      stored.push(read.value);
    } else {
      const sentences = read.ok
        ? ['The file has the name of another certificate; give it its own.']
        : read.error.map(doorSentence);
      unreadable.push({ name, sentences });
    }
  }
  if (names.length > FILES_MAX) {
    const sentences = [`Only the first ${String(FILES_MAX)} files were read; move old ones away.`];
    unreadable.push({ name: '...', sentences });
  }
  return { stored, unreadable };
}

/** Writes a certificate into its place; one that is there already is left alone. */
export function saveCertificate(
  dataDir: string,
  signed: SignedCertificate,
  door: FileDoor = nodeDoor,
): Result<string, FileFault> {
  const folder = certificatesFolder(dataDir);
  const path = certificatePath(dataDir, signed.certificate.certificateId);
  const fresh = `${path}.new`;
  const steps = [
    () => door.makeFolder(folder),
    () => cleared(door, fresh),
    () => writeNew(door, fresh, textBytes(fileText(signed))),
    // A link, unlike a renaming, never takes the place of what is there.
    () => door.link(fresh, path),
    () => door.remove(fresh),
    () => door.syncFolder(folder),
  ];
  for (const step of steps) {
    const done = step();
    if (!done.ok) return done;
  }
  return ok(path);
}

/** What a power cut left beside the place of a certificate is nobody's. */
function cleared(door: FileDoor, fresh: string): Result<undefined, FileFault> {
  const removed = door.remove(fresh);
  return removed.ok || removed.error.code === 'ENOENT' ? ok(undefined) : removed;
}

/** The sentence of a certificate that could not be written. */
export const saveSentence = ({ code, path }: FileFault): string =>
  code === 'EEXIST'
    ? `There is a certificate at ${path} already; nothing was written over it.`
    : `The certificate could not be written at ${path} (${code}); free the disk or the folder, and `
      + 'issue it again from the journal.';

/** A name for the next certificate of a day: the day and a count, sixteen characters at most. */
export function freshCertificateId(date: string, taken: readonly string[]): string {
  const stem = `C${date.replaceAll('-', '')}`;
  const next = taken.flatMap((id) => {
    const [, count] = new RegExp(`^${stem}-(\\d+)$`).exec(id) ?? [];
    return count === undefined ? [] : [Number(count)];
  });
  return `${stem}-${String(Math.max(0, ...next) + 1).padStart(2, '0')}`;
}
