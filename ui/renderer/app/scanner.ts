// Scanners that play a keyboard, heard before anything else hears their keys: the Enter at the end
// of a code is no next step and no press of a button. Whoever wants codes listens for them here; a
// code that nobody wants is dropped.

import { onCleanup } from 'solid-js';
import { NO_KEYS, wedged } from '../view/wedge.ts';

const hearers = new Set<(code: string) => void>();

const isTyped = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea') !== null;

/** Listens for scanners; it is called before whatever listens for the keys of the window. */
export function listenForScanners(): void {
  let wedge = NO_KEYS;
  const hear = (event: KeyboardEvent): void => {
    if (isTyped(event.target)) return;
    const separator = event.ctrlKey && event.key === ']';
    if ((event.ctrlKey && !separator) || event.metaKey || event.altKey) return;
    const came = wedged(wedge, { key: event.key, separator }, performance.now());
    ({ wedge } = came);
    if (came.code === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    for (const take of hearers) take(came.code);
  };
  window.addEventListener('keydown', hear, { capture: true });
  onCleanup(() => window.removeEventListener('keydown', hear, { capture: true }));
}

/** Takes codes for as long as the part that calls it lives. */
export function takeCodes(take: (code: string) => void): void {
  hearers.add(take);
  onCleanup(() => hearers.delete(take));
}
