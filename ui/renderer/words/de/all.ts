// The German catalogue: every topic of the English one, in a file of its own.

import type { Catalogue } from '../catalogue.ts';
import { screens } from './screens.ts';

/** Every topic, in German. */
export const de: Catalogue = { screens };
