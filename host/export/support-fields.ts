// What of a line of the journal may go into a support bundle: field by field, an allow-list. What
// is not here does not leave, whatever it is called and whatever somebody typed into it. Numbers
// and yes or no go as they are; a word goes only if it is one of the host's own; a name or a serial
// goes as a hash under a salt that is thrown away.

import { AREA_NAMES } from '../../protocol/area.ts';
import { LATCH_REASONS, REFUSAL_REASONS } from '../../protocol/reason.ts';
import { ALARMS } from '../core/alarm.ts';
import { SCREENING_ITEMS } from '../core/case-file.ts';
import { ROLES } from '../core/staff/role.ts';
import { MEANINGS } from '../core/staff/signature.ts';

/** How a field goes out. */
export type FieldRule = 'number' | 'flag' | 'word' | 'hashed';

/** Every field that may go out, and how; the same name means the same in every kind of line. */
export const FIELDS: Readonly<Record<string, FieldRule>> = {
  kind: 'word', n: 'number', ms: 'number', synced: 'number', v: 'number',

  // Counts, sizes, settings, clocks.
  strokes: 'number', counted: 'number', reserved: 'number', fromStrokes: 'number',
  fromCounted: 'number', toStrokes: 'number', ceilingStrokes: 'number', ledgerStrokes: 'number',
  contactMs: 'number', contactMsMax: 'number', depthUm: 'number', depthUmPeak: 'number',
  rateCentiHz: 'number', needleCount: 'number', sizeMm2: 'number', headAreaMm2: 'number',
  pass: 'number', passes: 'number', strokesPerPass: 'number', strokesTotal: 'number',
  armingId: 'number', holdId: 'number', latchId: 'number', bootId: 'number', atPenMs: 'number',
  pid: 'number', line: 'number', bytes: 'number', failures: 'number', waitMs: 'number',
  issuedDay: 'number', dueDay: 'number', biasLowUm: 'number', uncertaintyLowUm: 'number',
  biasHighUm: 'number', uncertaintyHighUm: 'number', modelCode: 'number',
  needleLengthUm: 'number', expiryDay: 'number', usedStrokes: 'number', check: 'number',
  visits: 'number', spacingDays: 'number',

  stamp: 'flag', on: 'flag', closed: 'flag', retracted: 'flag', packageWasIntact: 'flag',
  barrierFitted: 'flag', onlySterileGlide: 'flag', cleanedSinceLastPerson: 'flag',
  packageIntact: 'flag',

  area: 'word', side: 'word', outcome: 'word', reason: 'word', alarm: 'word', priority: 'word',
  why: 'word', what: 'word', code: 'word', class: 'word', numbing: 'word', step: 'word',
  standing: 'word', because: 'word', meaning: 'word', role: 'word', item: 'word', place: 'word',
  components: 'word', modality: 'word', format: 'word',

  treatmentId: 'hashed', person: 'hashed', operator: 'hashed', by: 'hashed', serial: 'hashed',
  penSerial: 'hashed', cartridgeSerial: 'hashed', certificateId: 'hashed', visitId: 'hashed',
  model: 'hashed', lot: 'hashed', staffId: 'hashed', planId: 'hashed', profileId: 'hashed',
};

/** Fields that hold lines or objects of the same fields. */
export const NESTED: ReadonlySet<string> = new Set([
  'calibration', 'cartridge', 'plan', 'areas', 'refusals',
]);

/** Words that lines say beside those of other tables. */
const SAID = [
  'midline', 'left', 'right', 'completed', 'stopped', 'abandoned', 'known', 'unknown', 'ledger',
  'adoption', 'high', 'medium', 'low', 'P', 'S', 'fail', 'none', 'on-skin', 'removed-and-cleaned',
  'not-said', 'patient', 'metrology', 'operator', 'pedal', 'console', 'command-line', 'api',
  'who-and-secret', 'secret-in-same-sign-in', 'treated', 'not-treated', 'confirmed', 'provisional',
  'numbing-applied', 'numbing-removed', 'cleaned', 'barrier', 'eye-shield', 'reprocessed',
  'package-intact', 'idle', 'one-act', 'retired', 'other-sign-in', 'too-long', 'automated',
  'fhir', 'pdf', 'csv', 'json', 'support', 'adverse-event', 'audit',
] as const;

/** Every word of the host's own; no name that somebody typed is one of them by chance alone. */
export const WORDS: ReadonlySet<string> = new Set([
  ...SAID, ...AREA_NAMES, ...Object.keys(LATCH_REASONS), ...Object.keys(REFUSAL_REASONS),
  ...Object.keys(ALARMS), ...SCREENING_ITEMS, ...ROLES, ...MEANINGS,
]);
