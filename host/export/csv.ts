// Comma-separated values after RFC 4180, for whoever opens them in a spreadsheet. A text that a
// spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection; C), also
// behind a semicolon or a tab, where other languages of a spreadsheet cut a line. Numbers stay
// numbers.

/** What a cell can be; what there is not is an empty cell. */
export type Cell = string | number | undefined;

const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]/;
const BEHIND_SEPARATOR = /([;\t])(?=[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

function inert(text: string): string {
  const plain = text.toWellFormed().replaceAll('\0', '').replaceAll(BEHIND_SEPARATOR, "$1'");
  return FORMULA.test(plain) || /^[\t\r\n]/.test(plain) ? `'${plain}` : plain;
}

function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = inert(cell);
  return /[",;\t\r\n]/.test(text) || text !== text.trim()
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}

/** Rows as a text, each ended as the standard ends them. */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
