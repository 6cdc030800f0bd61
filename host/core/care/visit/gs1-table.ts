// The application identifiers of GS1 that are read off a package: how long their values are and of
// what. Any other identifier is refused, because without its length nobody knows where it ends.

/** How a value is built: its least and greatest length, digits or letters, and whether it ends
 * by itself or with a separator. */
export interface Format {
  readonly least: number;
  readonly most: number;
  readonly letters: boolean;
  readonly date?: true;
}

const digits = (length: number): Format => ({ least: length, most: length, letters: false });
const digitsUpTo = (most: number): Format => ({ least: 1, most, letters: false });
const lettersUpTo = (most: number): Format => ({ least: 1, most, letters: true });
const DATE: Format = { ...digits(6), date: true };

/** What each identifier is followed by. */
export const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['01', digits(14)],
  ['10', lettersUpTo(20)],
  ['11', DATE],
  ['13', DATE],
  ['15', DATE],
  ['16', DATE],
  ['17', DATE],
  ['20', digits(2)],
  ['21', lettersUpTo(20)],
  ['30', digitsUpTo(8)],
  ['37', digitsUpTo(8)],
  ['240', lettersUpTo(30)],
  ['241', lettersUpTo(30)],
  ['250', lettersUpTo(30)],
]);

/** Whether a value has one length only and needs no separator behind it. */
export const isFixed = ({ least, most }: Format): boolean => least === most;

/** The letters that a value may have: the encodable character set 82 of GS1. */
export const LETTERS = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+$/;

/** The check digit of a number, over all digits but its last. */
export function checkDigit(digitsBefore: string): number {
  const sum = Array.from(digitsBefore).toReversed().reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1),
    0,
  );
  return (10 - (sum % 10)) % 10;
}

/** The identifier that a text begins with, if it is one that is read here. */
export const identifierAt = (text: string): string | undefined =>
  [text.slice(0, 2), text.slice(0, 3)].find((start) => FORMATS.has(start));
