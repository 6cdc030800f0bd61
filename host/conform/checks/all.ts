// Every check, in the order in which a pen is judged: what cannot move first.

import { ARMED_CHECKS } from './armed.ts';
import { ARMING_CHECKS } from './arming.ts';
import { CERTIFY_CHECKS } from './certify.ts';
import { ENVELOPE_CHECKS } from './envelope.ts';
import { FRAME_CHECKS } from './frame.ts';
import { GRANT_CHECKS } from './grant.ts';
import { MEASURE_CHECKS } from './measure.ts';
import { MODES_CHECKS } from './modes.ts';
import { MOTION_CHECKS } from './motion.ts';
import { PAIRING_CHECKS } from './pairing.ts';
import { PAGES_CHECKS } from './pages.ts';
import { REPORT_CHECKS } from './report.ts';
import { SERVICE_LINE_CHECKS } from './service-lines.ts';
import { SESSION_CHECKS } from './session.ts';
import { STOP_CHECKS } from './stop.ts';
import { STOPPING_CHECKS } from './stopping.ts';
import type { Check } from '../check.ts';

/** The checks that are written as scripts; golden transcripts are added to them. */
export const CHECKS: readonly Check[] = [
  ...FRAME_CHECKS,
  ...SESSION_CHECKS,
  ...PAGES_CHECKS,
  ...REPORT_CHECKS,
  ...ENVELOPE_CHECKS,
  ...STOP_CHECKS,
  ...ARMING_CHECKS,
  ...ARMED_CHECKS,
  ...GRANT_CHECKS,
  ...MOTION_CHECKS,
  ...STOPPING_CHECKS,
  ...MEASURE_CHECKS,
  ...MODES_CHECKS,
  ...PAIRING_CHECKS,
  ...CERTIFY_CHECKS,
  ...SERVICE_LINE_CHECKS,
];
