// Reads everything that a treatment starts from: the signed limit profile, the plan, the case file.
// Each goes through its door; what is wrong with any of them is said in sentences, all at once. Of
// somebody who has a chart here, the case file is the chart's.

import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { CaseFile } from '../core/case-file.ts';
import type { Day } from '../core/day.ts';
import { readCaseFile } from '../doors/case-file.ts';
import { doorSentence } from '../doors/door-words.ts';
import { readPlan } from '../doors/plan-file.ts';
import { readProfileInForce } from '../profile/in-force.ts';
import { profileSentence } from '../profile/profile-words.ts';
import { sha256Hex } from '../profile/signature.ts';
import { chartWish } from './chart-wish.ts';
import type { Wish } from './prepare.ts';

/** Where the files lie. */
export interface WishPaths {
  /** The installation, whose own limit table is in force if it has one. */
  readonly dataDir: string;
  readonly planPath: string;
  readonly casePath?: string | undefined;
  /** The person by the key of their chart, which then has to be there. */
  readonly person?: string | undefined;
  readonly pedal: boolean;
  /** There are other rooms, and they could not be asked just now. */
  readonly roomsUnasked?: boolean | undefined;
}

/** Reads them, or says in sentences what is wrong. */
export function loadWish(paths: WishPaths, today: Day): Result<Wish, readonly string[]> {
  const profile = readProfileInForce(today, paths.dataDir);
  const plan = readPlan(paths.planPath);
  const caseFile = paths.casePath === undefined ? undefined : readCaseFile(paths.casePath);
  const wrong = [
    ...(profile.ok ? [] : profile.error.map(profileSentence)),
    ...(plan.ok ? [] : plan.error.map(doorSentence)),
    ...(caseFile === undefined || caseFile.ok ? [] : caseFile.error.map(doorSentence)),
  ];
  if (!profile.ok || !plan.ok || (caseFile !== undefined && !caseFile.ok)) return refuse(wrong);
  const hasCaseFile = caseFile !== undefined;
  const chart = chartWish({ ...paths, plan: plan.value.plan, hasCaseFile, today });
  if (!chart.ok) return chart;
  const given = chart.value ?? fileWish(caseFile?.value);
  return ok({
    plan: plan.value.plan,
    planHash: sha256Hex(plan.value.bytes),
    profile: profile.value,
    today,
    pedal: paths.pedal,
    ...given,
  });
}

/** What a case file gives where there is no chart. */
const fileWish = (
  read: { readonly caseFile: CaseFile; readonly bytes: Uint8Array } | undefined,
): Pick<Wish, 'caseFile' | 'caseFileHash'> => ({
  caseFile: read?.caseFile,
  caseFileHash: read && sha256Hex(read.bytes),
});
