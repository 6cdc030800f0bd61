// The texts of the screens, in Chinese: titles, labels, buttons, next steps.

import { translation } from '../translation.ts';
import type { screens as original } from '../en/screens.ts';

/** The texts of the screens. */
export const screens = translation<typeof original>()({
  stop: '停止',
});
