// Why a file was not let in, as data. A door refuses what it cannot read without doubt; what a
// readable plan may ask is decided later, by admission.

/** The files that come in through a door, by the words that people use for them. */
export type DoorFile =
  | 'plan'
  | 'case file'
  | 'limit profile'
  | 'site table'
  | 'approver list'
  | 'gauge list'
  | 'certificate'
  | 'calibration plan'
  | 'screening answers'
  | 'file to sign';

/** Every reason for which a file is turned away. */
export type DoorCode =
  | 'absent'
  | 'no-permission'
  | 'unreadable'
  | 'not-a-file'
  | 'too-large'
  | 'not-text'
  | 'truncated'
  | 'not-json'
  | 'not-a-number'
  | 'said-twice'
  | 'wrong-version'
  | 'unknown-field'
  | 'missing-field'
  | 'wrong-unit'
  | 'unknown-area'
  | 'bad-value';

/** One reason against a file; `field` is the path inside it, such as `areas[2].depthUm`. */
export interface DoorRefusal {
  readonly code: DoorCode;
  readonly file: DoorFile;
  readonly field?: string;
  readonly asked?: string;
  readonly allowed?: string;
}
