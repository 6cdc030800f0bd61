/**
 * The software bill of materials: what a clinic that runs Corium has on its computer through us.
 *
 *   npm run sbom -- [folder]
 *
 * npm makes it in CycloneDX from the lockfile; Node, which npm lists among the tools, is put among
 * the parts, since it runs everything. Ends with an error if anything in it has no version, no
 * licence or no check sum. A second file lists the tools as well, with which it is tested.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { bomSchema, incomplete, lockSchema, shippedOf, withReadLicences } from './bom.ts';

const FOLDER = process.argv[2] ?? 'out';
const manifest = z
  .object({ name: z.string(), version: z.string() })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

/** The bill of all that is locked. */
function wholeBill(): z.infer<typeof bomSchema> {
  const made = execFileSync(
    'npm',
    ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64 * 1024 * 1024 },
  );
  return withReadLicences(bomSchema.parse(JSON.parse(made)));
}

function write(file: string, bill: z.infer<typeof bomSchema>): void {
  writeFileSync(join(FOLDER, file), `${JSON.stringify(bill, undefined, 2)}\n`);
  console.log(`${join(FOLDER, file)}: ${bill.components.length} parts`);
}

mkdirSync(FOLDER, { recursive: true });
const whole = wholeBill();
const lock = lockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const shipped = shippedOf(whole, lock, manifest);
write('sbom.cdx.json', shipped);
write('sbom-with-tools.cdx.json', whole);
const missing = incomplete(shipped);
for (const sentence of missing) console.error(sentence);
process.exitCode = missing.length === 0 && shipped.components.length > 0 ? 0 : 1;
