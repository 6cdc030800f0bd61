// Signs a limit profile, a site's table or a list of approvers, and makes the keys to sign with:
//   node host/profile/sign.ts new-key KEY.pem           writes KEY.pem and KEY.pub.pem
//   node host/profile/sign.ts sign FILE --key KEY.pem   writes FILE.sig
// Private keys stay with the people who sign; none is kept beside the program.

import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { signBytes } from './signature.ts';

const USAGE = `Usage:
  node host/profile/sign.ts new-key KEY.pem
  node host/profile/sign.ts sign FILE --key KEY.pem`;

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

function run(): string | undefined {
  const { values, positionals } = parseArgs({
    options: { key: { type: 'string' } },
    allowPositionals: true,
  });
  const [verb, path] = positionals;
  if (verb === 'new-key' && path !== undefined) return newKey(path);
  if (verb === 'sign' && path !== undefined && values.key !== undefined) {
    return signFile(path, values.key);
  }
  return undefined;
}

const done = run();
process.stdout.write(`${done ?? USAGE}\n`);
if (done === undefined) process.exitCode = 2;
