// What a window knows of people, visits and staff all the time: who is signed in, whose chart is
// open, and where today's visit stands. Whatever is longer than a screen is asked for.

import type { AreaName, Side } from '../../protocol/area.ts';
import type { NumbingAlert } from '../../host/core/care/visit/numbing.ts';
import type { Step } from '../../host/core/care/visit/steps.ts';
import type { VisitReason } from '../../host/core/care/visit/visit-standing.ts';
import type { Role } from '../../host/core/staff/role.ts';

/** Somebody who works here, as others may see them. */
export interface StaffLine {
  readonly staffId: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Whether people sign in here, and who has. */
export type StaffView =
  /** Nobody is on the list: a name that is typed is taken, and the window says so. */
  | { readonly kind: 'nobody-yet' }
  | {
      readonly kind: 'staff';
      readonly members: readonly StaffLine[];
      readonly here: StaffLine | undefined;
      /** A sign-in ends after so long without a touch. */
      readonly idleMsMax: number;
      /** Why the last sign-in ended, where nobody ended it. */
      readonly ended: 'idle' | 'too-long' | 'retired' | undefined;
    };

/** Whose chart is open. */
export interface PersonView {
  readonly person: string;
  /** Undefined where this computer has no key that opens it. */
  readonly name: string | undefined;
  readonly born: string | undefined;
  readonly bornYear: number;
}

/** Numbing cream as it stands. */
export interface NumbingView {
  readonly kind: 'none' | 'on-skin' | 'removed' | 'cleaned';
  readonly alert: NumbingAlert;
  /** Instants in UTC: put on, to be looked at, to come off. */
  readonly since?: string | undefined;
  readonly lookAt?: string | undefined;
  readonly offBy?: string | undefined;
  readonly products: readonly string[];
}

/** The visit of today, or what stands against one. */
export interface VisitView {
  /** Undefined while none is open. */
  readonly visitId: string | undefined;
  readonly since: string | undefined;
  readonly against: readonly VisitReason[];
  readonly steps: readonly { readonly step: Step; readonly ticked: boolean }[];
  readonly numbing: NumbingView;
  readonly cartridges: readonly string[];
  readonly adjuncts: readonly { readonly adjunct: string; readonly lot: string }[];
  readonly screening:
    | {
        readonly fitzpatrick: number | undefined;
        readonly signedBy: string;
        readonly yes: readonly string[];
        readonly cleared: readonly { readonly item: string; readonly by: string }[];
      }
    | undefined;
  readonly treated: readonly { readonly area: AreaName; readonly side: Side }[];
  readonly handed: boolean;
}

/** People and visits. */
export interface CareView {
  readonly chart: 'none' | 'here' | 'unreadable';
  readonly problem?: string | undefined;
  /** Whether names can be sealed and read here. */
  readonly identityKey: 'here' | 'absent' | 'unusable';
  readonly person: PersonView | undefined;
  readonly visit: VisitView | undefined;
  /** A package of the pen's own simulated cartridge; there is none beside a real pen. */
  readonly simulatedPackage?: string | undefined;
  /** Changes whenever the chart does, so that what was read is read again. */
  readonly rev: number;
}
