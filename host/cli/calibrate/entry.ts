// A line that is typed key by key while the same keys mean other things: it begins with a key that
// could begin one, takes whatever comes until Enter, and can be corrected.

/** What is told of an entry. */
export interface EntryListener {
  /** A key that belongs to no entry. */
  readonly key: (key: string) => void;
  readonly entered: (text: string) => void;
  /** What stands there so far; empty once it is over. */
  readonly shown: (text: string) => void;
  /** What may begin one. */
  readonly begins: RegExp;
}

const ENTER = /^[\r\n]$/;
const ERASE = /^[\u0008\u007f]$/;
const ESCAPE = '\u001b';
const LENGTH_MAX = 40;

/** Makes an entry. */
export function createEntry({ key, entered, shown, begins }: EntryListener): {
  readonly press: (key: string) => void;
} {
  let text = '';
  const show = (next: string): void => {
    text = next;
    shown(next);
  };
  const goOn = (pressed: string): void => {
    if (ENTER.test(pressed)) {
      const whole = text;
      show('');
      entered(whole);
    } else if (ERASE.test(pressed)) show(text.slice(0, -1));
    else if (pressed === ESCAPE) show('');
    else if (pressed === '\u0003') key(pressed);
    else if (/^[\x20-\x7e]$/.test(pressed)) show((text + pressed).slice(0, LENGTH_MAX));
  };
  return {
    press: (pressed) => {
      if (text !== '') goOn(pressed);
      else if (begins.test(pressed)) show(pressed);
      else key(pressed);
    },
  };
}
