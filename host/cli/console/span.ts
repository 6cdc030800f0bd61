// Text with a meaning instead of a colour. A line is made of spans, measured and cut as what it
// says, and only then painted; without colours it says the same.

/** What a piece of text means to the eye. The three priorities are those of IEC 60601-1-8. */
export type Tone = 'plain' | 'strong' | 'faint' | 'good' | 'high' | 'medium' | 'low';

/** A piece of text in one tone. */
export interface Span {
  readonly text: string;
  readonly tone: Tone;
}

/** A line of a picture. */
export type Line = readonly Span[];

/** Makes a span; plain unless told. */
export const span = (text: string, tone: Tone = 'plain'): Span => ({ text, tone });

// High is red, medium yellow, low cyan: IEC 60601-1-8:2006, table 2.
const CODES: Readonly<Record<Tone, string>> = {
  plain: '',
  strong: '1',
  faint: '2',
  good: '32',
  high: '1;97;41',
  medium: '1;33',
  low: '36',
};

/** Cuts a line to a number of columns; what is cut off is shown by a dot of its own. */
export function fit(line: Line, columns: number): Line {
  const whole = line.reduce((sum, { text }) => sum + text.length, 0);
  if (whole <= columns) return line;
  let left = Math.max(0, columns - 1);
  const kept: Span[] = [];
  for (const { text, tone } of line) {
    const part = text.slice(0, left);
    left -= part.length;
    if (part !== '') kept.push({ text: part, tone });
  }
  return columns < 1 ? [] : [...kept, span('…', 'faint')];
}

/** Breaks a line between words where it is too long; what follows is set in. */
export function wrap(line: Line, columns: number, indent: number): readonly Line[] {
  const lines: Span[][] = [[]];
  let used = 0;
  for (const { text, tone } of line) {
    for (const word of text.match(/\S+\s*|\s+/g) ?? []) {
      if (used + word.trimEnd().length > columns && used > indent) {
        lines.push([span(' '.repeat(indent))]);
        used = indent;
      }
      lines.at(-1)?.push(span(word, tone));
      used += word.length;
    }
  }
  return lines.map(withoutEnd);
}

/** A line without the white space at its end, which would reach beyond a full line. */
function withoutEnd(line: Line): Line {
  const last = line.at(-1);
  if (last === undefined) return line;
  const text = last.text.trimEnd();
  const rest = line.slice(0, -1);
  return text === '' ? withoutEnd(rest) : [...rest, { ...last, text }];
}

/** Paints a line, in colours if they are wanted. */
export const paint = (line: Line, colour: boolean): string =>
  line
    .map(({ text, tone }) =>
      colour && CODES[tone] !== '' ? `\u001b[${CODES[tone]}m${text}\u001b[0m` : text,
    )
    .join('')
    .trimEnd();
