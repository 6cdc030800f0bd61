/**
 * The list of software by others is that of the lockfile: every part that is shipped, with the
 * version and licence that are locked, what it is for, and anomalies that were looked at on a day.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const versions = z.record(z.string(), z.string()).default({});
const lockfile = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        license: z.string().optional(),
        dependencies: versions,
        optionalDependencies: versions,
      }),
    ),
  })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const document = readFileSync('host/THIRD-PARTY.md', 'utf8');

interface Row {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly purpose: string;
}

const rowsOf = (text: string): readonly Row[] =>
  [...text.matchAll(/^\| \[(.+?)\]\(#.*?\) \| (.+?) \| (.+?) \| (.+?) \|$/gm)].map(
    ([, name = '', version = '', licence = '', purpose = '']) =>
      ({ name, version, licence, purpose }),
  );

/** What is shipped: dependencies, optional ones, and the Node that the lockfile brings. */
function shipped(): readonly string[] {
  const root = lockfile.packages[''];
  const asked = { ...root?.dependencies, ...root?.optionalDependencies };
  return [...Object.keys(asked), 'node'].sort();
}

/** What is wrong with a list, in sentences. */
function complaints(text: string): readonly string[] {
  const rows = rowsOf(text);
  const names = rows.map(({ name }) => name);
  const missing = shipped().filter((name) => !names.includes(name));
  const spare = names.filter((name) => !shipped().includes(name));
  return [
    ...missing.map((name) => `${name} is shipped and not listed.`),
    ...spare.map((name) => `${name} is listed and not shipped.`),
    ...rows.flatMap((row) => rowComplaints(text, row)),
  ];
}

function rowComplaints(text: string, { name, version, licence, purpose }: Row): readonly string[] {
  const locked = lockfile.packages[`node_modules/${name}`];
  const section = text.split(`\n## ${name}\n`)[1]?.split('\n## ')[0] ?? '';
  const anomalies = [...section.matchAll(/^\| (?!anomaly|---)(.+?) \| (.+?) \| (.+?) \|$/gm)];
  return [
    ...(locked?.version === version ? [] : [`${name} is locked at ${locked?.version ?? '?'}.`]),
    ...(locked?.license === licence ? [] : [`${name} is under ${locked?.license ?? '?'}.`]),
    ...(purpose.length > 8 ? [] : [`${name} has no purpose.`]),
    ...(/^Evaluated \d{4}-\d{2}-\d{2}\./m.test(section) ? [] : [`${name} was not evaluated.`]),
    ...(anomalies.length > 0 ? [] : [`${name} has no anomalies.`]),
  ];
}

test('every part that is shipped is listed as it is locked, and was evaluated', () => {
  expect(rowsOf(document).length).toBeGreaterThan(5);
  expect(complaints(document)).toEqual([]);
});

test('a list that is one version, licence, part or evaluation behind is noticed', () => {
  const behind = [
    document.replace('| 7.8.2 |', '| 7.8.1 |'),
    document.replace('| (MIT OR X11) |', '| MIT |'),
    document.replace(/^\| \[zod\].*$/m, ''),
    document.replace('## koffi\n\nEvaluated 2026-11-20.', '## koffi\n\nSeen.'),
    document.replace('| davidparsson/junit-report-builder 20 |', '').replace('| (its types) |', ''),
  ];
  for (const text of behind) expect(complaints(text)).toHaveLength(1);
});
