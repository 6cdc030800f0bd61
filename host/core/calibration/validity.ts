// How long a calibration holds: until a day, or for so many treatments, whichever is sooner.

/** Six months in days (a proposal of ours, grade D). */
export const VALID_DAYS = 182;
/** And for how many treatments (grade D). */
export const VALID_TREATMENTS = 200;
