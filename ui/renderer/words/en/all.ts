// The English catalogue, which is the original: every topic in a file of its own.

import { screens } from './screens.ts';

/** Every topic, in English. */
export const en = { screens } as const;
