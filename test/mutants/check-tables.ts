/**
 * Looks at the tables without running a mutant: names, promises, texts that occur exactly once,
 * checks that are there, and how many mutants there are of each folder.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Check, Edit, Equivalent, Mutant, Table } from './mutant.ts';
import { hasTitle } from './titles.ts';
import { occurrences } from './workplace.ts';

/** How many mutants have to be run and caught. */
export const MUTANTS_MIN = 300;

const ARGUMENT_CHARS_MIN = 40;

type Entry = Mutant | Equivalent;

/** Everything wrong with some tables, in sentences; nothing if they can be run. */
export function tableFaults(tables: readonly Table[], root: string): readonly string[] {
  const read = reader(root);
  const promises = promisesOf(read('host/README.md') ?? '');
  const entries = tables.flatMap(entriesOf);
  const names = entries.map(({ name }) => name);
  const total = tables.reduce((sum, { mutants }) => sum + mutants.length, 0);
  return [
    ...tables.flatMap((table) => countFaults(table)),
    ...(total < MUTANTS_MIN ? [`${total} mutants are fewer than ${MUTANTS_MIN}.`] : []),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => `Two mutants are called ${name}.`),
    ...tables.flatMap((table) =>
      entriesOf(table).flatMap((entry) => entryFaults(entry, table, promises, read)),
    ),
  ];
}

type Read = (file: string) => string | undefined;

function reader(root: string): Read {
  const texts = new Map<string, string | undefined>();
  return (file) => {
    const at = path.join(root, file);
    if (!texts.has(file)) {
      texts.set(file, existsSync(at) ? readFileSync(at, 'utf8') : undefined);
    }
    return texts.get(file);
  };
}

const promisesOf = (readme: string): ReadonlySet<string> =>
  new Set(readme.match(/\bS-\d\d\b/g) ?? []);

const entriesOf = ({ mutants, equivalents = [] }: Table): readonly Entry[] => [
  ...mutants,
  ...equivalents,
];

const countFaults = ({ folder, least, mutants }: Table): readonly string[] =>
  mutants.length < least
    ? [`${folder} has ${mutants.length} mutants, fewer than ${least}.`]
    : [];

function entryFaults(
  entry: Entry,
  { within }: Table,
  promises: ReadonlySet<string>,
  read: Read,
): readonly string[] {
  const { name, promise, edits } = entry;
  const named = /^[a-z]+(?:-[a-z]+)*$/.test(name);
  const placed = edits.some(({ file }) => within.some((prefix) => file.startsWith(prefix)));
  const faults = [
    ...(named ? [] : ['its name is not words joined by hyphens']),
    ...(promises.has(promise) ? [] : [`${promise} is not a promise of host/README.md`]),
    ...(placed ? [] : [`it changes nothing within ${within.join(', ')}`]),
    ...edits.flatMap((edit) => editFaults(edit, read)),
    ...(entry.kind === 'equivalent'
      ? argumentFaults(entry)
      : [entry.caught, ...(entry.keeps === undefined ? [] : [entry.keeps])].flatMap((check) =>
          checkFaults(check, read),
        )),
  ];
  return faults.map((fault) => `${name}: ${fault}.`);
}

function editFaults({ file, find, put }: Edit, read: Read): readonly string[] {
  const text = read(file);
  if (text === undefined) return [`there is no ${file}`];
  const count = occurrences(text, find);
  const shown = JSON.stringify(find.length > 60 ? `${find.slice(0, 57)}...` : find);
  return [
    ...(count === 1 ? [] : [`${shown} occurs ${count} times in ${file}, and not once`]),
    ...(find === put ? ['it changes nothing'] : []),
  ];
}

const argumentFaults = ({ argument }: Equivalent): readonly string[] =>
  argument.length < ARGUMENT_CHARS_MIN ? ['that it is equivalent is not argued'] : [];

/** Comparisons with what was written down before show that something changed, not that it harms. */
const PICTURES = /(?:readme|vectors|words)\.test\.ts$/;

function checkFaults({ file, test }: Check, read: Read): readonly string[] {
  if (!/^test\/.+\.test\.ts$/.test(file)) return [`${file} is not a test file`];
  if (PICTURES.test(file)) return [`${file} compares texts and checks no promise`];
  const text = read(file);
  if (text === undefined) return [`there is no ${file}`];
  return hasTitle(text, test) ? [] : [`${file} has no test "${test}"`];
}
