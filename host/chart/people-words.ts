// The sentences for people who could not be registered, put right or joined, each with what to do
// next. No sentence says a name: it may be printed, logged or read over a shoulder.

import type { IdentityRefusal } from './identity.ts';
import type { PeopleRefusal } from './people.ts';

/** The sentence of a refusal. */
export function peopleSentence(refusal: PeopleRefusal | IdentityRefusal): string {
  switch (refusal.code) {
    case 'no-such-person':
      return `Nobody has the key "${refusal.person}" here; see "corium people list".`;
    case 'person-there':
      return `The key "${refusal.person}" is somebody's already; leave --person out to get a `
        + 'fresh one.';
    case 'perhaps-there':
      return `There is a chart of the same name and birth date already: `
        + `${refusal.people.join(', ')}. Open that one; if you have looked and it is another `
        + `person, say so with --distinct-from ${refusal.people.join(' --distinct-from ')}.`;
    case 'other-key':
      return `The names here are sealed under the key ${refusal.keyId}, and this is `
        + `${refusal.asked}; name the right one with --key, or nobody could be found twice.`;
    case 'merged-already':
      return `The chart ${refusal.person} goes on in ${refusal.into} already; use that one.`;
    case 'same-person':
      return `${refusal.person} is one chart; name two to join them.`;
    case 'name-empty':
      return 'The name has no letter in it; write it as the person writes it, in any script.';
    case 'name-unreadable':
      return 'The name holds control characters or half characters; type it anew.';
    case 'name-too-long':
      return `The name is longer than ${String(refusal.allowed)} characters; shorten it.`;
    case 'contact-unreadable':
      return 'The contact is too long or holds control characters; type it anew.';
    case 'no-such-day':
      return `"${refusal.asked}" is no day that exists; write the birth date as YYYY-MM-DD.`;
    case 'born-in-future':
      return `${refusal.asked} is not yet; look at the birth date, and at this computer's clock.`;
    case 'born-too-long-ago':
      return `Born on ${refusal.asked} somebody would be older than ${String(refusal.allowed)}; `
        + 'look at the year.';
  }
}
