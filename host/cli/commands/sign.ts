// Signing by a person, from the command line: a certificate of the installation by its own hash,
// anything else by the bytes of a file. And the question of who has signed something.

import { hash } from 'node:crypto';
import { certificatePath, readCertificate } from '../../certificate/index.ts';
import { holdsFor, type Meaning } from '../../core/staff/signature.ts';
import { doorSentence } from '../../doors/door-words.ts';
import { readBounded } from '../../doors/read-bounded.ts';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { EXIT } from '../exit-code.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { askWho, turnedAway, withStaff } from '../staff-ground.ts';

const FILE_BYTES_MAX = 4_000_000;

/** What is to be signed, or is asked about. */
export interface SignAsked {
  readonly meaning: Meaning;
  /** The id of a certificate, or the path of a file. */
  readonly target: string;
}

interface Target {
  readonly kind: string;
  readonly id: string;
  readonly hash: string;
}

function targetOf(dataDir: string, { meaning, target }: SignAsked): Result<Target, Outcome> {
  if (meaning === 'certificate') {
    const read = readCertificate(certificatePath(dataDir, target));
    if (!read.ok) return refuse(failed(EXIT.refused, read.error.map(doorSentence)));
    return ok({ kind: meaning, id: target, hash: read.value.signed.hash });
  }
  const bytes = readBounded(target, 'file to sign', FILE_BYTES_MAX);
  if (!bytes.ok) return refuse(failed(EXIT.refused, [doorSentence(bytes.error)]));
  const name = target.split(/[/\\]/).at(-1) ?? target;
  return ok({ kind: meaning, id: name.slice(0, 128), hash: hash('sha256', bytes.value, 'hex') });
}

/** Signs it, with id and secret. */
export const signTarget = (
  dataDir: string,
  asked: SignAsked,
  by: string,
  more: { readonly reason: string | undefined; readonly madeBy: string | undefined },
): Promise<Outcome> =>
  withStaff(dataDir, async (ground) => {
    const subject = targetOf(dataDir, asked);
    if (!subject.ok) return subject.error;
    const who = await askWho(ground, by);
    if (!who.ok) return who.error;
    const { meaning } = asked;
    const signed = await ground.desk.sign(who.value, { meaning, subject: subject.value, ...more });
    if (!signed.ok) return turnedAway(signed.error);
    const { name, role } = signed.value;
    const said = `${name} signed ${asked.target} as ${role} (${meaning}), SHA-256 `
      + `${subject.value.hash.slice(0, 16)}...`;
    return done([said], { ok: true, ...signed.value });
  });

/** Says who has signed exactly this, as it is now. */
export const signersOf = (dataDir: string, asked: SignAsked): Promise<Outcome> =>
  withStaff(dataDir, ({ desk }) => {
    const subject = targetOf(dataDir, asked);
    if (!subject.ok) return subject.error;
    const standing = desk.standing();
    if (!standing.ok) return turnedAway(standing.error);
    const { kind, hash: wanted } = subject.value;
    const found = standing.value.signatures.filter((signed) =>
      actsFor(signed, { meaning: asked.meaning, kind, hash: wanted }));
    const signers = found.map(({ at, name, role, signatureId }) =>
      ({ at, name, role, signatureId }));
    if (signers.length === 0) {
      const none = `Nobody has signed ${asked.target} as it is now (${asked.meaning}).`;
      return failed(EXIT.refused, [none], { document: { signers } });
    }
    const lines = signers.map(({ at, name, role }) => `${at}  ${name}, ${role}`);
    return done(lines, { ok: true, signers });
  });

/** The journal holds meanings as words; only those that there are can be asked for. */
const actsFor = (
  signed: { readonly meaning: string; readonly subject: Target },
  wanted: Parameters<typeof holdsFor>[1],
): boolean =>
  signed.meaning === wanted.meaning
  && holdsFor({ meaning: wanted.meaning, subject: signed.subject }, wanted);
