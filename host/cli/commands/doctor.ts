// The doctor at the command line.

import { diagnosisText, examine } from '../../doctor/index.ts';
import { EXIT } from '../exit-code.ts';
import { done, failed, type Outcome } from '../outcome.ts';

/** Examines this computer, and one port of it if one is named. */
export async function doctorCommand(path: string | undefined): Promise<Outcome> {
  const diagnosis = await examine(path === undefined ? {} : { path });
  const lines = diagnosisText(diagnosis);
  const document = { ok: diagnosis.healthy, ...diagnosis };
  if (diagnosis.healthy) return done(lines, document);
  return failed(EXIT.refused, [], { lines, document });
}
