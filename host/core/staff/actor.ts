// Who acts. An installation in which nobody works is open: names are taken as they are typed, and
// whoever looks is told so. From the first clinical lead on every act is somebody's who signed in
// and whose role may; there is no way back, since nobody is ever taken off the roster.

import type { Role } from './role.ts';
import type { Roster } from './roster.ts';

/** Who acts: somebody who was recognised, or a name where nobody signs in. */
export type Actor =
  | {
      readonly kind: 'member';
      readonly staffId: string;
      readonly name: string;
      readonly roles: readonly Role[];
      readonly signInId: string;
    }
  | { readonly kind: 'typed'; readonly name: string };

/** Whether people sign in at an installation. */
export type HouseKind = 'open' | 'staffed';

/** What an installation is, by the people who ever worked there. */
export const houseKindOf = (roster: Roster): HouseKind => (roster.size === 0 ? 'open' : 'staffed');

/** The name that a line of the journal gets: the id of somebody recognised, or what was typed. */
export const nameOfActor = (actor: Actor): string =>
  actor.kind === 'member' ? actor.staffId : actor.name;

/** What has to be said beside whatever is done where nobody signs in. */
export const OPEN_HOUSE = 'Nobody signs in here: the name is taken as it was typed. Roles hold '
  + 'from the first person on, see "corium users first".';
