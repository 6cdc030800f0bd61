// A view that is kept: a pure function makes it anew whenever what it reads changes, and only those
// values of it that are others than before are told to who shows them.

import { type Accessor, createComputed, untrack } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';

/** Keeps what a pure view makes, for as long as the part that calls it lives. */
export function createKept<Of extends object>(make: () => Of): Accessor<Of> {
  // A copy: what is kept is changed in its place, and what it was made of belongs to others.
  const copy = (): { view: Of } => ({ view: structuredClone(make()) });
  const [kept, keep] = createStore(untrack(copy));
  createComputed(() => keep(reconcile(copy(), { merge: true })));
  return () => kept.view;
}
