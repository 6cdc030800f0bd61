// The Spanish catalogue: every topic of the English one, in a file of its own.

import type { Catalogue } from '../catalogue.ts';
import { screens } from './screens.ts';

/** Every topic, in Spanish. */
export const es: Catalogue = { screens };
