// The keys that work everywhere: space stops, Enter takes the next step, arrows choose the area.
// While the needles may move, space stops whatever else has the focus; at rest it leaves buttons
// and fields their space. No letter is a shortcut, so nothing typed can do anything by mistake.
// Files that are dropped on the window are taken here too.

import { onCleanup } from 'solid-js';
import type { Snapshot } from '../../../host/core/snapshot.ts';
import { readSmallFile } from '../parts/read-file.ts';
import { areaInTurn } from '../view/place.ts';
import { isCalibrating, isTreating } from '../view/screen-name.ts';
import type { Desk } from './desk.tsx';

const STILL_PHASES: ReadonlySet<Snapshot['phase']> = new Set([
  'unlinked', 'ready', 'latched', 'finished', 'failed',
]);

const CONTROLS = 'a, button, input, select, textarea, [role=option], [role=slider], [role=dialog]'
  + ', [role=listbox], [role=button], [tabindex="0"]';

const isInControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(CONTROLS) !== null;

const isDialogOpen = (): boolean => document.querySelector('[role=dialog]') !== null;

/** A file that is dropped anywhere is taken for a plan; a browser would leave the page for it. */
export function takeDrops(desk: Desk): void {
  const keep = (event: DragEvent): void => event.preventDefault();
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) void loadPlan(desk, file);
  };
  window.addEventListener('dragover', keep);
  window.addEventListener('drop', drop);
  onCleanup(() => {
    window.removeEventListener('dragover', keep);
    window.removeEventListener('drop', drop);
  });
}

async function loadPlan(desk: Desk, file: File): Promise<void> {
  const read = await readSmallFile(file);
  if (!read.ok) {
    desk.show(read.refusal);
    return;
  }
  const { fileName, text } = read;
  const done = await desk.ask({ kind: 'load-plan', fileName, text });
  if (done !== undefined) desk.go('plan');
}

/** Listens for the keys for as long as the part that calls it lives. */
export function listenForKeys(desk: Desk): void {
  const hear = (event: KeyboardEvent): void => {
    if (event.key === ' ') stopBySpace(desk, event);
    else if (event.key === 'Enter') takeNextStep(event);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      chooseByArrow(desk, event, event.key === 'ArrowRight' ? 1 : -1);
    }
  };
  window.addEventListener('keydown', hear, { capture: true });
  onCleanup(() => window.removeEventListener('keydown', hear, { capture: true }));
}

function stopBySpace(desk: Desk, event: KeyboardEvent): void {
  if (isCalibrating(desk.state()) && !isInControl(event.target)) return stopNow(desk, event);
  if (!isTreating(desk.state())) return;
  const phase = desk.snapshot()?.phase;
  const isStill = phase === undefined || STILL_PHASES.has(phase);
  if (isStill && isInControl(event.target)) return;
  stopNow(desk, event);
}

function stopNow(desk: Desk, event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
  if (!event.repeat) desk.link.stop();
}

function takeNextStep(event: KeyboardEvent): void {
  if (event.repeat || isInControl(event.target) || isDialogOpen()) return;
  const button = document.querySelector('button[data-next-step]:not(:disabled)');
  if (!(button instanceof HTMLElement)) return;
  event.preventDefault();
  button.click();
}

function chooseByArrow(desk: Desk, event: KeyboardEvent, by: 1 | -1): void {
  if (desk.screen() !== 'treat' || isInControl(event.target) || isDialogOpen()) return;
  const snapshot = desk.snapshot();
  if (snapshot === undefined || snapshot.active !== undefined) return;
  const count = snapshot.areas.length;
  const from = areaInTurn(desk.state(), snapshot) ?? 0;
  const next = snapshot.areas[(from + by + count) % count];
  if (next === undefined) return;
  event.preventDefault();
  void desk.ask({ kind: 'choose', area: next.area, side: next.side });
}
