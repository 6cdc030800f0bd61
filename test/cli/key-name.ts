/** Keys by name, so that a test can be read. */
const NAMES: Readonly<Record<string, string>> = {
  '\u001b': 'escape',
  '\u001b[A': 'up',
  '\u001b[B': 'down',
  ' ': 'space',
};

/** The name of a key, or the key itself. */
export const keyName = (key: string): string => NAMES[key] ?? key;
