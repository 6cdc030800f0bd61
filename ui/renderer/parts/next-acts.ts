// What pressing the next step asks of the desk, once the screen that it belongs to is shown.

import type { Desk } from '../app/desk.tsx';
import type { NextStep } from '../view/next-step.ts';

/** What opens is opened; a tick is only shown, and pressed on the words that it says. */
function goOnWithVisit(): void {
  const first = document.querySelector<HTMLElement>('[data-visit-act]');
  if (first?.dataset['visitAct'] === 'open') first.click();
  else first?.focus();
}

/** Does a step. */
export function actOf(step: NextStep, desk: Desk): void {
  switch (step.kind) {
    case 'arm':
      return void desk.ask({
        kind: 'arm', area: step.area, side: step.side, eyeConfirmed: false,
      });
    case 'finish':
      return void desk.ask({ kind: 'finish', outcome: 'completed' });
    case 'hold-pen':
      return void desk.ask({ kind: 'sim-operator', operator: 'auto' });
    case 'elsewhere':
      return void desk.ask({ kind: 'choose', area: step.area, side: step.side });
    case 'leave-out':
      return void desk.ask({ kind: 'remove-area', area: step.area, side: step.side });
    case 'take-control':
    case 'meet-pen':
    case 'demo-case':
    case 'demo-plan':
    case 'begin':
    case 'clear':
    case 'done':
      return void desk.ask({ kind: step.kind });
    case 'bench':
    case 'look-on':
    case 'visit':
      return goOnWithVisit();
    case 'sign-in':
    case 'name-operator':
    case 'name-person':
    case 'wait':
    case 'choose-area':
    case 'mend':
    case 'answer':
    case 'connect':
    case 'confirm-eye':
    case 'in-the-way':
    case 'end-here':
    case 'press':
    case 'glide':
      return;
  }
}
