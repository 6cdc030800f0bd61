// Everything that the doctor may look at, as one parameter. A live computer and a recording look
// alike from here, and no check reaches past it.

import type { FileView, PortSeen, Roots } from '../link/index.ts';

/** The program's user, as the system knows him. */
export interface User {
  readonly name: string;
  readonly uid: number;
  /** The groups of this process, which may lag behind the list of groups until the next sign-in. */
  readonly gids: readonly number[];
}

/** What there is to look at. */
export interface Surroundings {
  readonly platform: string;
  readonly nodeVersion: string;
  readonly files: FileView;
  readonly roots: Roots;
  readonly etc: string;
  readonly run: string;
  readonly user: User;
  /** Where programs are looked for. */
  readonly programFolders: readonly string[];
  /** Where libraries are looked for. */
  readonly libraryFolders: readonly string[];
  /** The ports to look at: those found, and the one that was named. */
  readonly ports: readonly PortSeen[];
  /** How many pens are paired, or the sentences that say why that cannot be told. */
  readonly keys: {
    readonly folder: string;
    readonly pens: number | undefined;
    readonly sentences: readonly string[];
  };
  /** How late each of a series of short timers fired. */
  readonly latenessMs: readonly number[];
}
