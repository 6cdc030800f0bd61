// What screens use to speak: texts by key, and sentences made of the codes and facts that the desk
// and the host send. All of it answers in the language that is chosen at the moment.

import type { Speaker } from './speaker.ts';

/** Everything that can be said. */
export interface Words extends Omit<Speaker, 'find'> {}

/** Makes words of a speaker. */
export const wordsOf = (speaker: Speaker): Words => speaker;
