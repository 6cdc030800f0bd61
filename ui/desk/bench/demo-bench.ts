// What the demonstration needs to calibrate its simulated pen: simulated instruments, and a key
// that vouches for nothing.

import { today } from '../../../host/cli/today.ts';
import { refuse, type Result } from '../../../protocol/result.ts';
import { enterDemoInstruments } from './instruments.ts';
import { makeSigningKey, signingKeyPath } from './signing-key.ts';

/** Lays it out in a fresh folder. */
export function layDemoBench(dataDir: string): Result<undefined, string> {
  const entered = enterDemoInstruments(dataDir, today());
  if (!entered.ok) return refuse(entered.error[0] ?? 'The gauge list could not be written.');
  return makeSigningKey(dataDir, signingKeyPath(dataDir, true));
}
