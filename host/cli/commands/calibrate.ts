// A calibration from the command line: the bench, and the certificate at its end. Whatever stands
// in the way is a sentence, and what was measured until then is in the journal.

import { randomBytes } from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import { type Calibrated, calibrate, type CalibrationWork } from '../../bench/calibrate.ts';
import type { SeriesResult } from '../../core/calibration/evaluate.ts';
import { sayAgainst } from '../../core/calibration/words.ts';
import { certifiedGauge } from '../../core/certificate/instrument.ts';
import { day, formatDay } from '../../core/day.ts';
import { benchGaugeOf } from '../../core/gauge/registry.ts';
import { explainFault, type NoteGiven } from '../../journal/index.ts';
import { openSealed, sayTrouble } from '../../pairing/index.ts';
import { askForPriority } from '../../link/priority.ts';
import type { LinkedPen } from '../../link/session-state.ts';
import { BY_HAND, openInstruments, type OpenInstruments } from '../calibrate/instruments.ts';
import { planToFollow } from '../calibrate/plan-choice.ts';
import { errorPlot } from '../calibrate/plot.ts';
import { askPreconditions } from '../calibrate/precondition.ts';
import { type CalibrateAsked, giveUp, prepare, type Ready, whyUnfit } from '../calibrate/ready.ts';
import { type CalibrationScreen, createScreen } from '../calibrate/screen.ts';
import {
  isYes,
  personAt,
  scriptedTechnician,
  type Technician,
  type TechnicianHands,
} from '../calibrate/technician.ts';
import { writeBegun, writeEnded } from '../calibrate/written.ts';
import { EXIT } from '../exit-code.ts';
import { meetPen } from '../meet-pen.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { accessPen, type PenAccess, simMemory, type SimWish } from '../pen-access.ts';
import type { Terminal } from '../terminal.ts';

/** Calibrates a pen. */
export async function calibrateCommand(
  given: CalibrateAsked,
  terminal: Terminal,
): Promise<Outcome> {
  const asked = { ...given, dataDir: path.resolve(given.dataDir) };
  const ready = prepare(asked);
  if (!ready.ok) return ready.error;
  if (asked.giveUp) return giveUp(ready.value);
  const outcome = await withPen(ready.value, terminal);
  ready.value.journal.close();
  return outcome;
}

async function withPen(ready: Ready, terminal: Terminal): Promise<Outcome> {
  const { asked, instruments: { gauge, tachometer, peaks, force } } = ready;
  const sim: SimWish = {
    model: asked.model,
    memory: simMemory(asked.dataDir, asked.model),
    operator: 'technician',
    bench: {
      gauge: gauge.kind, tachometer: tachometer !== undefined, peaks: peaks !== undefined,
      force: force !== undefined,
    },
  };
  const access = await accessPen(asked.pen, sim);
  if (!access.ok) return access.error;
  const { close, simulated } = access.value;
  if (asked.scripted && !simulated) {
    await close();
    return failed(EXIT.usage, ['--scripted is for a simulated bench; a real one needs a person.']);
  }
  // A bench that is late lets permission run out under a finger, and the pen latches.
  askForPriority(process.pid);
  const outcome = await withGauge(ready, access.value, terminal);
  await close();
  return outcome;
}

async function withGauge(ready: Ready, access: PenAccess, terminal: Terminal): Promise<Outcome> {
  const { asked } = ready;
  const met = await meetPen(access.address);
  if (!met.ok) return failed(EXIT.pen, [met.error]);
  const unfit = whyUnfit(met.value, ready);
  if (unfit !== undefined) return failed(EXIT.refused, [unfit]);
  const instruments = await openInstruments(ready.instruments, {
    gauge: asked.gaugeAt ?? access.gauge,
    tachometer: asked.tachometerAt ?? access.tachometer,
    peaks: asked.peaksAt ?? access.peaks,
    force: asked.forceAt ?? access.force,
  });
  if (!instruments.ok) return failed(EXIT.pen, [instruments.error]);
  const quiet: Terminal = { ...terminal, out: () => undefined, interactive: false };
  const screen = createScreen(asked.json ? quiet : terminal);
  const hands = handsOf(asked, terminal);
  const technician =
    hands === 'script' ? scriptedTechnician(access.tell) : personAt(hands, screen);
  const outcome = await run(ready, access, met.value, instruments.value, screen, technician);
  technician.close();
  screen.end();
  await instruments.value.close();
  return outcome;
}

const handsOf = ({ scripted, json }: CalibrateAsked, terminal: Terminal): TechnicianHands => {
  if (scripted) return 'script';
  return terminal.interactive && !json ? 'keys' : 'words';
};

async function run(
  ready: Ready,
  access: PenAccess,
  pen: LinkedPen,
  { gauge, beside }: OpenInstruments,
  screen: CalibrationScreen,
  technician: Technician,
): Promise<Outcome> {
  const { asked, journal, vault, open } = ready;
  const certificateId = vault.freshId(asked.today);
  const { serial } = pen.pages.identity;
  const { overshootUm } = pen.pages.capabilities;
  const calibrationId = open?.calibrationId ?? `calibration-${randomBytes(4).toString('hex')}`;
  const planned = planToFollow(ready, pen);
  if (!planned.ok) return failed(EXIT.refused, [planned.error]);
  const plan = planned.value;
  const note = (of: NoteGiven): void => {
    const appended = journal.append(of);
    if (!appended.ok) screen.say(explainFault(appended.error));
  };
  const preconditions = await askPreconditions({ calibrationId, ...technician, ...screen, note });
  if (preconditions === undefined) return failed(EXIT.leftOpen, [STOPPED_BEFORE]);
  const begun = writeBegun(ready, pen, calibrationId, plan);
  if (!begun.ok) return failed(EXIT.journal, [begun.error]);
  const work: CalibrationWork = {
    calibrationId,
    certificateId,
    operator: asked.by,
    today: asked.today,
    plan,
    pen,
    preconditions,
    instrument: certifiedGauge(ready.instruments.gauge),
    benchGauge: { ...benchGaugeOf(ready.instruments.gauge), byHand: asked.gaugeAt === BY_HAND },
    gauge,
    beside,
    onTyped: technician.onTyped,
    openPort: () => openSealed(access.address, (news) => {
      if (news.kind !== 'sealed' && news.kind !== 'bare') screen.say(sayTrouble(news));
    }),
    before: open?.before,
    previous: vault.previousOf(serial),
    note,
    show: (bench) => {
      screen.show(bench);
      technician.sees(bench);
    },
    say: screen.say,
    attend: technician.attend,
    decide: (found) => decide(asked, found, technician, screen),
    keep: vault.keep,
    impactOf: (asFound, before, overshoots) =>
      vault.impactOf(
        { certificateId, serial, overshootUm, asFound, before, overshoots },
        ready.entries,
      ),
  };
  const calibrated = await calibrate(work);
  return calibrated.ok
    ? conclude(ready, calibrationId, calibrated.value)
    : failed(EXIT.leftOpen, [calibrated.error]);
}

const STOPPED_BEFORE = 'Stopped before anything moved; nothing was begun. Run "corium calibrate" '
  + 'again when the bench is ready.';

/** Shows what was found, and asks whether to take it out. */
async function decide(
  { adjust }: CalibrateAsked,
  found: SeriesResult,
  technician: Technician,
  screen: CalibrationScreen,
): Promise<boolean> {
  screen.say('');
  screen.say(`As found: class ${found.class}.`);
  for (const row of errorPlot(found.points)) screen.say(row);
  screen.say('');
  if (adjust !== 'ask') return adjust === 'always';
  return isYes(
    await technician.asks('Put a correcting curve into the pen and measure again? [y/n]'),
  );
}

/** The certificate is kept, and the strokes that it cost are explained. */
function conclude(ready: Ready, calibrationId: string, of: Calibrated): Outcome {
  const { entries } = ready;
  const { certificate, evaluation, file } = of;
  const { certificateId, pen: { serial } } = certificate;
  const ended = writeEnded(ready, calibrationId, of);
  if (!ended.ok) return failed(EXIT.journal, [ended.error]);
  const last = evaluation.asLeft.kind === 'evaluated' ? evaluation.asLeft : evaluation.asFound;
  const plot = last.kind === 'evaluated' ? errorPlot(last.result.points) : [];
  const against = last.kind === 'evaluated' ? sayAgainst(last.result) : [];
  const { table } = certificate;
  return done(
    [
      '',
      certificate.adjusted ? 'As left:' : 'Nothing was adjusted.',
      ...plot,
      ...against,
      `Pen ${serial} is of class ${table.class} until ${formatDay(day(table.dueDay))}, or for `
        + `${certificate.treatmentsMax} treatments.`,
      `Certificate ${certificateId}: ${file}`,
      'It is also in the pen, read back and compared.',
    ],
    {
      ok: true, certificateId, file, class: table.class, dueDay: table.dueDay,
      adjusted: certificate.adjusted, entries: entries.length,
    },
  );
}
