/**
 * Tables in markdown, and text between two markers of a document, for the parts of a README that
 * are made from the sources and compared with them.
 */

/** A table with a head. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Prose in lines that fit the page. */
export function wrapped(text: string, columns = 98): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}

const begin = (name: string): string => `<!-- made: ${name} -->`;
const END = '<!-- end -->';

/** The names of all parts of a document that are made, in order. */
export const madeParts = (document: string): readonly string[] =>
  [...document.matchAll(/<!-- made: (\S+) -->/g)].map((found) => found[1] ?? '');

/** A document with the text of one part put between its markers. */
export function withPart(document: string, name: string, text: string): string {
  const from = document.indexOf(begin(name));
  const to = document.indexOf(END, from);
  if (from < 0 || to < 0) throw new Error(`the document has no part called ${name}`);
  return `${document.slice(0, from)}${begin(name)}\n\n${text}\n\n${document.slice(to)}`;
}
