// How people are called in what leaves the house. Without identity everybody goes by a pseudonym
// that only this house can make again, and texts that somebody typed freely are left out, because
// nobody can know whom they name. With identity things are called as they stand.

import type { Identity } from '../chart/index.ts';
import { sha256 } from '../journal/index.ts';
import type { ExportSubject } from './subject.ts';

/** How people are called in one export. */
export interface Names {
  readonly identity: boolean;
  /** The key or pseudonym of the person. */
  readonly person: (key: string) => string;
  /** Somebody who works here. */
  readonly staff: (who: string) => string;
  /** A text that somebody typed; undefined where it is left out. */
  readonly typed: (text: string | undefined) => string | undefined;
  /** Who the person is, where it was asked for and the key to it is there. */
  readonly known: Identity | undefined;
}

const PSEUDONYM_CHARS = 16;

const pseudonym = (secret: string, what: string, key: string): string =>
  `${what}-${sha256(`${secret}\n${what}\n${key}`).slice(0, PSEUDONYM_CHARS)}`;

// S-79: whoever is not named here is named nowhere in what is exported.
/** Calls everybody by a pseudonym. */
export const pseudonyms = ({ installationId }: Pick<ExportSubject, 'installationId'>): Names => ({
  identity: false,
  person: (key) => pseudonym(installationId, 'person', key),
  staff: (who) => pseudonym(installationId, 'staff', who),
  typed: () => undefined,
  known: undefined,
});

/** Calls everybody by their name, for an export that somebody who may asked for. */
export const trueNames = (
  { roster }: Pick<ExportSubject, 'roster'>,
  known: Identity | undefined,
): Names => ({
  identity: true,
  person: (key) => key,
  staff: (who) => roster.get(who)?.name ?? who,
  typed: (text) => text,
  known,
});
