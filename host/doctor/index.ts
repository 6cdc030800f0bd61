// The door of the doctor: examine this computer, and say what was found.

export { diagnosisText } from './diagnosis-text.ts';
export type { Diagnosis } from './diagnose.ts';
export { examine } from './examine.ts';
export type { Finding } from './finding.ts';
