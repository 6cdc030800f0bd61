/** What is said when a host process ended that nobody here had ended. */
import { expect, test } from 'vitest';
import { EXIT } from '../../host/cli/exit-code.ts';
import type { ConsoleEnd } from '../../host/cli/treatment-console.ts';
import { treatmentOutcome } from '../../host/cli/treatment-end.ts';

const WAY = { dataDir: 'clinic', pen: 'serial:/dev/ttyACM0', resume: 'npm run treat -- plan.json' };

const ended = (broke: ConsoleEnd['broke']): ConsoleEnd => ({
  last: undefined,
  treatmentId: undefined,
  turnedAway: undefined,
  interrupted: false,
  killed: false,
  unheard: false,
  broke,
});

test('a host that was killed from outside made no mistake, and can be gone on with', () => {
  const { code, complaints } = treatmentOutcome(
    ended({ clean: false, said: '', signal: 'SIGKILL' }),
    WAY,
  );
  expect(code).toBe(EXIT.leftOpen);
  expect(complaints.join(' ')).toMatch(/ended by SIGKILL, .* stops by itself .* To go on: npm run/);
  expect(complaints).not.toContain('');
});

test('a host that broke says what it said, and what it did not say is no empty line', () => {
  const spoken = { clean: false, said: 'a should be b', signal: undefined };
  const spoke = treatmentOutcome(ended(spoken), WAY);
  expect([spoke.code, spoke.complaints.at(-1)]).toEqual([EXIT.mistake, 'a should be b']);
  const mute = treatmentOutcome(ended({ clean: false, said: '', signal: 'SIGSEGV' }), WAY);
  expect([mute.code, mute.complaints.at(-1)]).toEqual([EXIT.mistake, 'It said nothing (SIGSEGV).']);
});
