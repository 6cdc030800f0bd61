// Why a limit profile, a site's table or a list of approvers was not taken into use.

import type { DoorRefusal } from '../doors/door-refusal.ts';

/** Reasons beyond what the door itself refuses. */
export type ProfileCode =
  | 'signature-missing'
  | 'signature-bad'
  | 'expired'
  | 'not-yet-valid'
  | 'row-missing'
  | 'row-twice'
  | 'row-inconsistent'
  | 'source-missing'
  | 'other-base'
  | 'approver-unknown'
  | 'approvers-too-few'
  | 'row-unknown'
  | 'unblocks'
  | 'loosens';

/** One reason against a profile; a door's own refusals pass through unchanged. */
export type ProfileRefusal =
  | DoorRefusal
  | {
      readonly code: ProfileCode;
      readonly file: DoorRefusal['file'];
      readonly field?: string;
      readonly asked?: string;
      readonly allowed?: string;
    };
