// Which screens there are, and which of them a window shows without being told: a treatment that
// runs is looked at, one that ended is read. A window that reloads lands where it was of use.

import type { DeskState } from '../../contract/desk-state.ts';

/** The screens, in the order of the menu. */
export const SCREENS = [
  'ready', 'people', 'plan', 'treat', 'after', 'records', 'bench', 'pens', 'settings',
] as const;

/** The name of a screen. */
export type ScreenName = (typeof SCREENS)[number];

/** Whether a text names a screen. */
export const isScreen = (text: string): text is ScreenName =>
  SCREENS.some((name) => name === text);

/** Whether a treatment is under way, so that STOP has to be in reach. */
export const isTreating = ({ treatment }: DeskState): boolean =>
  treatment.kind === 'starting' || treatment.kind === 'running' || treatment.kind === 'leaving';

/** Whether a calibration is under way: the bench has the pen, and needles may move. */
export const isCalibrating = ({ bench: { standing } }: DeskState): boolean =>
  standing.kind === 'starting' || standing.kind === 'asking' || standing.kind === 'measuring'
  || standing.kind === 'deciding' || standing.kind === 'leaving';

/** The screen that belongs to how the treatment stands. */
export function screenOf(state: DeskState): ScreenName {
  switch (state.treatment.kind) {
    case 'starting':
    case 'running':
    case 'leaving':
    case 'broke':
      return 'treat';
    case 'ended':
      return 'after';
    case 'none':
    case 'turned-away':
      return state.bench.standing.kind === 'none' ? 'ready' : 'bench';
  }
}
