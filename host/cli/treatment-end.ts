// What is said when a treatment at a terminal has ended: how it stands, whether the pen was proven
// to stand, how to go on, and the record once it is finished. Pure but for reading the record.

import type { Snapshot } from '../core/snapshot.ts';
import { foldRecord, recordText } from '../journal/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { verifyRecord } from './commands/record.ts';
import { readEntries } from './open-journal.ts';
import { done, failed, type Outcome } from './outcome.ts';
import type { HostEnd } from './host-child.ts';
import type { ConsoleEnd } from './treatment-console.ts';

/** Where the treatment is kept, and the command that goes on with it. */
export interface WayOn {
  readonly dataDir: string;
  readonly pen: string;
  readonly resume: string;
}

const TURNED_AWAY: Readonly<Record<'plan' | 'pen' | 'journal', ExitCode>> = {
  plan: EXIT.refused,
  pen: EXIT.pen,
  journal: EXIT.journal,
};

/** What a treatment at a terminal came to. */
export function treatmentOutcome(end: ConsoleEnd, way: WayOn): Outcome {
  const { turnedAway, last } = end;
  if (end.killed) return failed(EXIT.killed, [KILLED, `To go on: ${way.resume}`]);
  if (turnedAway !== undefined) {
    return failed(TURNED_AWAY[turnedAway.by], turnedAway.sentences);
  }
  if (end.broke !== undefined) return brokeOff(end.broke, way);
  if (end.unheard) return failed(EXIT.pen, [unheard(way.pen)]);
  if (last?.phase === 'finished') return finished(end, way);
  if (last?.phase === 'failed') return failed(EXIT.journal, [FAILED, `To go on: ${way.resume}`]);
  return failed(EXIT.leftOpen, [...leftWords(last), `To go on: ${way.resume}`], {
    document: { treatmentId: end.treatmentId, resume: way.resume },
  });
}

const KILLED =
  'Left without waiting for the pen. It stops by itself when its grant runs out, within 0.2 s; ' +
  'look at it before anything else.';
const BROKE = 'The host process ended by a mistake of its own.';
const LOOK_AT_PEN =
  'The pen stops by itself when its grant runs out; look at it before anything else.';
const FAILED =
  'The treatment could not go on, because its journal takes nothing more. Look at the disk first.';

/** Signals that no mistake of a program brings about: somebody sent them, or the system did. */
const FROM_OUTSIDE: ReadonlySet<string> = new Set(['SIGKILL', 'SIGHUP', 'SIGQUIT', 'SIGXCPU']);

function brokeOff({ signal, said }: HostEnd, { resume }: WayOn): Outcome {
  if (signal !== undefined && FROM_OUTSIDE.has(signal)) {
    const ended = `The host process was ended by ${signal}, by somebody or by the system itself.`;
    return failed(EXIT.leftOpen, [ended, LOOK_AT_PEN, `To go on: ${resume}`]);
  }
  const by = signal === undefined ? '' : ` (${signal})`;
  return failed(EXIT.mistake, [BROKE, LOOK_AT_PEN, said === '' ? `It said nothing${by}.` : said]);
}

const unheard = (pen: string): string =>
  `Nothing at ${pen} answers as a pen: it may be another device, off, or held by another host. ` +
  'Check what is plugged in with "corium pens".';

/** What is known of the pen at the end; a stop that was not proven is not called one. */
export function leftWords(last: Snapshot | undefined): readonly string[] {
  if (last === undefined) return ['Left before a treatment was open.'];
  return [penWords(last), 'The treatment is open, and everything delivered is in the journal.'];
}

function penWords({ phase }: Snapshot): string {
  switch (phase) {
    case 'latched':
      return 'The pen was stopped and proven to stand, needles withdrawn; it is latched.';
    case 'ready':
      return 'Nothing was armed when it was left.';
    case 'unlinked':
      return 'The pen was not reachable when it was left; its grant ran out by itself. Look at it.';
    case 'reserving':
    case 'loading':
    case 'armed':
    case 'running':
    case 'ending':
    case 'stopping':
    case 'clearing':
    case 'finished':
    case 'failed':
      return 'The stop was NOT confirmed in time. Look at the pen and lift it off the skin now.';
  }
}

function finished(end: ConsoleEnd, { dataDir }: WayOn): Outcome {
  const read = readEntries(dataDir);
  if (!read.ok) return read.error;
  const { treatmentId } = end;
  const record = treatmentId === undefined ? undefined
    : foldRecord(read.value.entries, treatmentId);
  if (treatmentId === undefined || record === undefined) {
    return failed(EXIT.journal, [`The journal in ${dataDir} does not hold this treatment.`]);
  }
  const verified = verifyRecord({ dataDir, treatmentId });
  const text = recordText(record).trimEnd().split('\n');
  const lines = ['', ...text, '', ...verified.lines];
  const document = { ok: verified.code === EXIT.done, treatmentId, dataDir };
  if (verified.code === EXIT.done) return done(lines, document);
  return failed(verified.code, verified.complaints, { lines, document });
}
