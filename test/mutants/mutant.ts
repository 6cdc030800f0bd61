/**
 * What a mutant is: one line of the product on which a promise rests, how it is broken, and the one
 * check that has to notice. The tables in `table/` are nothing but such values, folder by folder.
 */

/** How a line is broken. */
export type Kind =
  | 'check-removed'
  | 'comparison-flipped'
  | 'off-by-one'
  | 'age-forgotten'
  | 'sync-skipped'
  | 'wrong-unit'
  | 'reason-ignored'
  | 'worst-softened'
  | 'guards-silenced';

/** A place in the sources: the exact text, which occurs there once, and what stands there then. */
export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/** The check that has to notice, by file and by the whole title with its suites. */
export interface Check {
  readonly file: string;
  /** Suites and title, joined by ` > `; promise numbers at the front of a title are left out. */
  readonly test: string;
  /** In a world, the checker whose complaint the test has to fail with. */
  readonly checker?: string;
}

/** A mutant that is run. */
export interface Mutant {
  readonly name: string;
  readonly kind: Kind;
  readonly promise: string;
  readonly edits: readonly Edit[];
  readonly caught: Check;
  /** A check that has to go on passing: what the guards keep that were not silenced. */
  readonly keeps?: Check;
}

/** A change that changes nothing anybody could notice; it is argued and not run. */
export interface Equivalent {
  readonly name: string;
  readonly kind: 'equivalent';
  readonly promise: string;
  readonly edits: readonly Edit[];
  readonly argument: string;
}

/** The mutants of one folder, and how many there have to be at the least. */
export interface Table {
  readonly folder: string;
  /** How the paths of the files begin that the mutants of this table change. */
  readonly within: readonly string[];
  readonly least: number;
  readonly mutants: readonly Mutant[];
  readonly equivalents?: readonly Equivalent[];
}

/** Leaves the promise numbers out of a title, which are given to tests later than their names. */
export const untagged = (title: string): string =>
  title
    .split(' > ')
    .map((part) => part.replace(/^(?:S-\d\d(?:,? and |, |,|\/| )?)+(?:: ?)?/, ''))
    .join(' > ');

/** One edit. */
export const edit = (file: string, find: string, put: string): Edit => ({ file, find, put });

/** The check that catches a mutant. */
export const by = (file: string, test: string): Check => ({ file, test });

/** A checker of a world that catches a mutant, in a story or a seed that is run under it. */
export const byChecker = (checker: string, file: string, test: string): Check => ({
  file,
  test,
  checker,
});

/** A mutant, of one edit or of several that belong together. */
export const mutant = (
  promise: string,
  kind: Kind,
  name: string,
  edits: Edit | readonly Edit[],
  caught: Check,
): Mutant => ({ name, kind, promise, edits: 'file' in edits ? [edits] : edits, caught });

/** A change that nobody could notice, with the argument why. */
export const equivalent = (
  promise: string,
  name: string,
  only: Edit,
  argument: string,
): Equivalent => ({ name, kind: 'equivalent', promise, edits: [only], argument });

/** A mutant that silences guards: one check notices, another shows what is kept all the same. */
export const silenced = (
  promise: string,
  name: string,
  edits: readonly Edit[],
  caught: Check,
  keeps: Check,
): Mutant => ({ name, kind: 'guards-silenced', promise, edits, caught, keeps });
