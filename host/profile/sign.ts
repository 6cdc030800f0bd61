// Signs a limit profile, a site's table or a list of approvers, and makes the keys to sign with:
//   node host/profile/sign.ts new-key KEY.pem           writes KEY.pem and KEY.pub.pem
//   node host/profile/sign.ts sign FILE --key KEY.pem   writes FILE.sig
//   node host/profile/sign.ts approve FILE --key KEY.pem --as NAME   adds a name to FILE.sig
// Private keys stay with the people who sign; none is kept beside the program.

import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseSignatures } from './in-force.ts';
import { signBytes } from './signature.ts';
import type { ApproverSignature } from './site-table.ts';

const USAGE = `Usage:
  node host/profile/sign.ts new-key KEY.pem
  node host/profile/sign.ts sign FILE --key KEY.pem
  node host/profile/sign.ts approve FILE --key KEY.pem --as NAME`;

function newKey(path: string): string {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const publicPath = path.replace(/(\.pem)?$/, '.pub.pem');
  // "wx": a key that exists is never written over.
  const mine = { mode: 0o600, flag: 'wx' };
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), mine);
  writeFileSync(publicPath, publicKey.export({ type: 'spki', format: 'pem' }), { flag: 'wx' });
  return `Wrote ${path} (keep it to yourself) and ${publicPath}.`;
}

function signFile(path: string, keyPath: string): string {
  const signature = signBytes(readFileSync(path), readFileSync(keyPath, 'utf8'));
  writeFileSync(`${path}.sig`, `${signature}\n`);
  return `Signed ${path}: ${path}.sig.`;
}

function signaturesSoFar(path: string): readonly ApproverSignature[] {
  if (!existsSync(path)) return [];
  const parsed = parseSignatures(readFileSync(path));
  if (!parsed.ok) throw new Error(`${path} is no file of signatures; take it away first.`);
  return parsed.value.signatures;
}

function approve(path: string, keyPath: string, approver: string): string {
  const signature = signBytes(readFileSync(path), readFileSync(keyPath, 'utf8'));
  const others = signaturesSoFar(`${path}.sig`).filter((other) => other.approver !== approver);
  const signatures = [...others, { approver, signature }];
  writeFileSync(`${path}.sig`, `${JSON.stringify({ version: 1, signatures }, undefined, 2)}\n`);
  return `${approver} approved ${path}: ${signatures.length} in all.`;
}

function run(): string | undefined {
  const { values, positionals } = parseArgs({
    options: { key: { type: 'string' }, as: { type: 'string' } },
    allowPositionals: true,
  });
  const [verb, path] = positionals;
  if (verb === 'new-key' && path !== undefined) return newKey(path);
  if (verb === 'sign' && path !== undefined && values.key !== undefined) {
    return signFile(path, values.key);
  }
  if (verb === 'approve' && path !== undefined && values.key !== undefined) {
    return values.as === undefined ? undefined : approve(path, values.key, values.as);
  }
  return undefined;
}

const done = run();
process.stdout.write(`${done ?? USAGE}\n`);
if (done === undefined) process.exitCode = 2;
