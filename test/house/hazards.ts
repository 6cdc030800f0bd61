/**
 * The hazard file: one heading for each hazard, in the order of their numbers, with a severity, a
 * status out of a closed list, and the promises and tests that stand against it.
 *
 * What is claimed is looked up: a promise has to be one of host/README.md, and a test that is
 * quoted has to be part of the name of a test that exists.
 */
import { promisesOf } from './promises.ts';

/** Where the hazards stand. */
export const HAZARDS = 'host/HAZARDS.md';

/** One hazard as the file tells it. */
export interface Hazard {
  readonly id: string;
  readonly title: string;
  readonly severity: number | undefined;
  readonly status: string | undefined;
  readonly fields: ReadonlySet<string>;
  readonly promises: readonly string[];
  /** Parts of names of tests, as they are quoted. */
  readonly tests: readonly string[];
}

const HEADING = /^### (?<id>H\d{2}) (?<title>.+)$/gm;
const SEVERITY = /^Severity (?<severity>[1-5])\b/m;
const STATUS = /\*\*(?<status>[^*]+)\*\*/;
const FIELD = /^- \*(?<field>[^*]+?)\.\*/gm;
const QUOTED = /`(?<test>[^`]+)`/g;
const STATUS_BEGINS = ['built', 'partly built: ', 'not built yet'];

/** What every hazard has to say. */
export const FIELDS = ['Cause', 'Host', 'Pen', 'People', 'Promises', 'Left over'] as const;

const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The text of one list item, up to the next. */
function itemOf(section: string, field: string): string {
  const from = section.indexOf(`- *${field}.*`);
  if (from < 0) return '';
  const to = section.indexOf('\n- *', from + 1);
  return squeezed(section.slice(from, to < 0 ? undefined : to));
}

const all = (pattern: RegExp, text: string, group: string): readonly string[] =>
  [...text.matchAll(pattern)].map(({ groups }) => groups?.[group] ?? '');

function hazardOf(id: string, title: string, section: string): Hazard {
  const severity = SEVERITY.exec(section)?.groups?.['severity'];
  const status = STATUS.exec(section)?.groups?.['status'];
  const shown = itemOf(section, 'Promises');
  return {
    id,
    title,
    severity: severity === undefined ? undefined : Number(severity),
    status: status === undefined ? undefined : squeezed(status),
    fields: new Set(all(FIELD, section, 'field')),
    promises: shown.match(/\bS-\d{2}\b/g) ?? [],
    tests: all(QUOTED, shown, 'test'),
  };
}

/** All hazards of the file, in its order. */
export function hazardsOf(text: string): readonly Hazard[] {
  const heads = [...text.matchAll(HEADING)];
  return heads.map(({ groups, index }) => {
    const next = text.indexOf('\n##', index + 1);
    const section = text.slice(index, next < 0 ? undefined : next);
    return hazardOf(groups?.['id'] ?? '', groups?.['title'] ?? '', section);
  });
}

/** The table of all hazards at the head of the file. */
export const overviewRows = (hazards: readonly Hazard[]): readonly (readonly string[])[] =>
  hazards.map(({ id, title, severity, promises, status }) => [
    id,
    title,
    String(severity),
    promises.length === 0 ? 'none' : promises.join(', '),
    status?.split(':')[0] ?? '',
  ]);

/** What a claim is looked up in. */
export interface Known {
  readonly readme: string;
  readonly testNames: readonly string[];
}

/** Whether a test that is quoted is named after a promise that stands against the hazard. */
const isShown = ({ promises, tests }: Hazard, testNames: readonly string[]): boolean =>
  testNames
    .filter((name) => tests.some((test) => name.includes(test)))
    .some((name) => promises.some((promise) => name.includes(promise)));

function faultsOf(hazard: Hazard, promised: ReadonlySet<string>, known: Known): readonly string[] {
  const { id, severity, status, fields, promises, tests } = hazard;
  const isStatus = STATUS_BEGINS.some((begin) => status?.startsWith(begin) === true);
  return [
    ...(severity === undefined ? [`${id} has no severity from 1 to 5.`] : []),
    ...(isStatus ? [] : [`${id} does not say whether anything against it is built.`]),
    ...FIELDS.filter((field) => !fields.has(field)).map((field) => `${id} has no "${field}".`),
    ...promises
      .filter((promise) => !promised.has(promise))
      .map((promise) => `${id} names ${promise}, which is not promised.`),
    ...tests
      .filter((test) => !known.testNames.some((name) => name.includes(test)))
      .map((test) => `${id} quotes a test that there is not: "${test}".`),
    ...(promises.length > 0 && !isShown(hazard, known.testNames)
      ? [`${id} quotes no test that has one of its promises in its name.`]
      : []),
  ];
}

/** Everything that is wrong with the hazard file. */
export function hazardFaults(text: string, atLeast: number, known: Known): readonly string[] {
  const hazards = hazardsOf(text);
  const promised = new Set(promisesOf(known.readme));
  return [
    ...(hazards.length < atLeast ? [`${hazards.length} of ${atLeast} hazards are there.`] : []),
    ...hazards.flatMap(({ id }, index) => {
      const expected = `H${String(index + 1).padStart(2, '0')}`;
      return id === expected ? [] : [`${id} stands where ${expected} belongs.`];
    }),
    ...hazards.flatMap((hazard) => faultsOf(hazard, promised, known)),
  ];
}
