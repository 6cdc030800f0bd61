// The texts of the screens, in English, gathered from the files that hold them.

import { careFrame } from './screens-care.ts';
import { frame } from './screens-frame.ts';
import { sheets } from './screens-sheets.ts';
import { steps } from './screens-steps.ts';
import { treating } from './screens-treat.ts';

/** The texts of the screens. */
export const screens = { ...frame, ...careFrame, ...steps, ...sheets, ...treating } as const;
