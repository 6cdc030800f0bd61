// What has to be so before a bench is begun, each found before the pen is looked for: a gauge that
// may be used, a key to sign with, a journal that nobody else writes, no treatment and no other
// calibration that is open. And what becomes of a calibration that nobody goes on with.

import { refuse, type Result } from '../../../protocol/result.ts';
import { type BrokenOff, brokenOff } from '../../bench/broken-off.ts';
import { type Day, day, formatDay, parseDay } from '../../core/day.ts';
import { readGauges } from '../../gauge/gauge-list.ts';
import {
  createAccounts,
  type Entry,
  explainFault,
  explainRefusal,
  type Journal,
  nodeWorld,
  openJournal,
} from '../../journal/index.ts';
import type { LinkedPen } from '../../link/session-state.ts';
import { HOST_VERSION } from '../../version.ts';
import { EXIT } from '../exit-code.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { findInstruments, type Instruments } from './instruments.ts';
import { type PlanChoice, planToFollow, readPlanChoice } from './plan-choice.ts';
import { openVault, type Vault } from './vault.ts';

/** What a calibration is asked with. */
export interface CalibrateAsked {
  readonly dataDir: string;
  readonly pen: string;
  /** The serial number of a gauge of the installation. */
  readonly gauge: string;
  /** Where it is plugged in, or that it is read by a person; a simulated bench knows by itself. */
  readonly gaugeAt: string | undefined;
  readonly tachometer: string | undefined;
  readonly tachometerAt: string | undefined;
  /** A sensor that holds peaks in motion. */
  readonly peaks: string | undefined;
  readonly peaksAt: string | undefined;
  /** A force gauge, for the pen's own sensor of force. */
  readonly force?: string | undefined;
  readonly forceAt?: string | undefined;
  readonly by: string;
  /** The name of a plan, or a file that holds one. */
  readonly plan: string;
  readonly adjust: 'ask' | 'always' | 'never';
  /** The key with which the certificate is signed. */
  readonly key: string | undefined;
  readonly resume: boolean;
  readonly giveUp: boolean;
  readonly scripted: boolean;
  readonly json: boolean;
  readonly model: string;
  readonly today: Day;
}

/** What was found to be in order before the pen was looked for. */
export interface Ready {
  readonly asked: CalibrateAsked;
  readonly instruments: Instruments;
  readonly vault: Vault;
  readonly journal: Journal;
  readonly entries: readonly Entry[];
  readonly open: BrokenOff | undefined;
  readonly plan: PlanChoice;
}

const no = (code: 1 | 2 | 3 | 4, ...sentences: readonly string[]): Result<never, Outcome> =>
  refuse(failed(code, sentences));

/** Finds everything in order, or says the first thing that is not. */
export function prepare(asked: CalibrateAsked): Result<Ready, Outcome> {
  const gauges = readGauges(asked.dataDir);
  if (!gauges.ok) return no(EXIT.journal, ...gauges.error);
  const instruments = findInstruments(gauges.value, asked, asked.today);
  if (!instruments.ok) return no(EXIT.refused, instruments.error);
  const plan = readPlanChoice(asked.plan);
  if (!plan.ok) return no(EXIT.refused, ...plan.error);
  const vault = openVault(asked.dataDir, asked.key, asked.today);
  if (!vault.ok) return no(EXIT.refused, vault.error);
  const entries: Entry[] = [];
  const journal = openJournal(asked.dataDir, nodeWorld(HOST_VERSION), {
    onEntry: (entry) => {
      entries.push(entry);
    },
  });
  if (!journal.ok) return no(EXIT.journal, explainRefusal(journal.error));
  const against = againstBeginning(asked, entries);
  if (against !== undefined) {
    journal.value.close();
    return no(EXIT.refused, against);
  }
  const open = brokenOff(entries);
  const found = { instruments: instruments.value, vault: vault.value, plan: plan.value };
  const ready = { asked, entries, open, ...found };
  return { ok: true, value: { ...ready, journal: journal.value } };
}

/** What the journal has against it: a treatment that is open, or a calibration that is. */
function againstBeginning(asked: CalibrateAsked, entries: readonly Entry[]): string | undefined {
  const accounts = createAccounts();
  for (const entry of entries) accounts.take(entry);
  const { treatment, newestDay } = accounts.since('');
  if (treatment !== undefined) {
    return `Treatment ${treatment.treatmentId} is open; finish it with "corium treat" first.`;
  }
  const newest = parseDay(newestDay);
  // Lines are dated by universal time, which may be a day ahead of the calendar of this place.
  if (newest !== undefined && newest > asked.today + 1) {
    return sayClock(asked.today, newest, 'the newest line of its journal');
  }
  const open = brokenOff(entries);
  if (open !== undefined && !asked.resume && !asked.giveUp) {
    return `The calibration of pen ${open.penSerial} was broken off; go on with it by --resume, or `
      + 'give it up by "corium calibrate --give-up".';
  }
  if (open !== undefined && asked.resume) return againstGoingOn(asked, open);
  return open === undefined && (asked.resume || asked.giveUp)
    ? 'No calibration was broken off; leave out --resume and --give-up to begin one.'
    : undefined;
}

/** What was measured by one instrument is not gone on with by another. */
function againstGoingOn(asked: CalibrateAsked, open: BrokenOff): string | undefined {
  if (open.gauge !== asked.gauge) {
    return `The calibration that was broken off was measured by gauge ${open.gauge}; go on with `
      + 'that one, or give it up by "corium calibrate --give-up".';
  }
  const needsPeaks = open.plan.overshootRatesCentiHz.length > 0;
  if (needsPeaks && asked.peaks === undefined) {
    return 'The calibration that was broken off measures peaks in motion; name the sensor by '
      + '--peaks.';
  }
  const needsForce = open.plan.forcesMn !== undefined;
  return needsForce && asked.force === undefined
    ? 'The calibration that was broken off measures force; name the force gauge by --force.'
    : undefined;
}

/** Ends what was broken off; the strokes that it took are not explained by that. */
export function giveUp({ journal, open }: Ready): Outcome {
  const ended = open === undefined
    ? undefined
    : journal.appendAndSyncNow({
        kind: 'calibration-ended', calibrationId: open.calibrationId, penSerial: open.penSerial,
        strokes: open.strokes, outcome: 'given-up',
      });
  journal.close();
  if (open === undefined) return failed(EXIT.refused, ['No calibration was broken off.']);
  if (ended?.ok === false) return failed(EXIT.journal, [explainFault(ended.error)]);
  return done([
    `The calibration of pen ${open.penSerial} is given up. Strokes that it took since are not `
      + 'explained; adopt the pen with "corium pens adopt" before it treats anybody.',
  ], { ok: true, calibrationId: open.calibrationId, outcome: 'given-up' });
}

/** A certificate that is dated before the one that it follows is worth nothing to anybody. */
const sayClock = (says: Day, knows: number, whence: string): string =>
  `This computer says that it is ${formatDay(says)}, and ${whence} is of ${formatDay(day(knows))}; `
  + 'set its clock, and calibrate again.';

/** What the pen itself has against being calibrated. */
export function whyUnfit(
  pen: LinkedPen,
  { open, vault, asked, plan }: Pick<Ready, 'open' | 'vault' | 'asked' | 'plan'>,
): string | undefined {
  const { cartridge, identity } = pen.pages;
  const { today } = asked;
  if (!pen.schemaMatches) {
    return 'This pen speaks another version of the protocol; update it or this host first.';
  }
  if (cartridge.present === 0) return 'There is no cartridge in the pen; put a metrology one in.';
  if (cartridge.type !== 'metrology') {
    return `The cartridge ${cartridge.serial} is for people; take it out and put a metrology `
      + 'cartridge in. It may not be used on anybody afterwards if it was open.';
  }
  const { issuedDay } = pen.pages.calibration;
  const known = Math.max(vault.previousDayOf(identity.serial) ?? 0, issuedDay);
  if (known > today) return sayClock(today, known, "the pen's certificate");
  const planned = planToFollow({ open, plan, asked }, pen);
  if (!planned.ok) return planned.error;
  return open !== undefined && open.penSerial !== identity.serial
    ? `The calibration that was broken off is of pen ${open.penSerial}, and this is `
      + `${identity.serial}; plug the other one in.`
    : undefined;
}
