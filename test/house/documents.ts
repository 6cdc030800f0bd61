/**
 * What a document promises the reader's hands: that its links lead somewhere and that the commands
 * it tells them to type exist.
 *
 * Headings inside a linked document are not looked for; the file is.
 */
import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import type { TextFile } from './tree.ts';

const LINK = /\]\((?<target>[^)\s#]+)(?:#[^)]*)?\)/g;
const SCRIPT = /\bnpm (?:run (?:-s |--silent )?)(?<name>[\w:-]+)/g;

/** What a pattern's one named group found in a text, each once. */
function found(pattern: RegExp, text: string): readonly string[] {
  const groups = [...text.matchAll(pattern)].flatMap(({ groups: named }) =>
    Object.values(named ?? {}),
  );
  return [...new Set(groups)];
}

/** Links of a document to files of ours that are not there. */
export function deadLinks({ path, text }: TextFile): readonly string[] {
  return found(LINK, text)
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => !existsSync(posix.join(posix.dirname(path), target)))
    .map((target) => `${path} links to ${target}, which is not there.`);
}

/** Commands of a document that run a script which the project does not have. */
export function deadCommands(file: TextFile, scripts: ReadonlySet<string>): readonly string[] {
  return found(SCRIPT, file.text)
    .filter((name) => !scripts.has(name))
    .map((name) => `${file.path} says "npm run ${name}", which does not exist.`);
}
