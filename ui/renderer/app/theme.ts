// Light or dark: what the person chose, or what the system says. It is written on the root element,
// from which the tokens take their colours.

import { createEffect, createSignal, onCleanup } from 'solid-js';
import type { Settings } from '../../contract/desk-state.ts';

/** Keeps the root element in the theme that is chosen. */
export function followTheme(chosen: () => Settings['theme']): void {
  const query = window.matchMedia('(prefers-color-scheme: dark)');
  const [isDark, setDark] = createSignal(query.matches);
  const hear = (event: MediaQueryListEvent): void => void setDark(event.matches);
  query.addEventListener('change', hear);
  onCleanup(() => query.removeEventListener('change', hear));
  createEffect(() => {
    const theme = chosen();
    const system = isDark() ? 'dark' : 'light';
    document.documentElement.dataset['theme'] = theme === 'system' ? system : theme;
  });
}
