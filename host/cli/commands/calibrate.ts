// A calibration from the command line: the bench, and the certificate at its end. Whatever stands
// in the way is a sentence, and what was measured until then is in the journal.

import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { assert } from '../../../protocol/assert.ts';
import { type Calibrated, calibrate, type CalibrationWork } from '../../bench/calibrate.ts';
import type { SeriesResult } from '../../core/calibration/evaluate.ts';
import { type CalibrationPlan, shortPlan, standardPlan } from '../../core/calibration/plan.ts';
import { sayAgainst } from '../../core/calibration/words.ts';
import { certifiedInstrument } from '../../core/certificate/instrument.ts';
import { day, formatDay } from '../../core/day.ts';
import { benchGaugeOf, type DepthGauge } from '../../core/gauge/registry.ts';
import type { GaugePort } from '../../gauge/gauge-port.ts';
import { openGauge } from '../../gauge/open-gauge.ts';
import { explainFault } from '../../journal/index.ts';
import { openCarrier } from '../../link/index.ts';
import type { LinkedPen } from '../../link/session-state.ts';
import { errorPlot } from '../calibrate/plot.ts';
import { type CalibrateAsked, giveUp, prepare, type Ready, whyUnfit } from '../calibrate/ready.ts';
import { type CalibrationScreen, createScreen } from '../calibrate/screen.ts';
import {
  personAt,
  scriptedTechnician,
  type Technician,
  type TechnicianHands,
} from '../calibrate/technician.ts';
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
  const { asked } = ready;
  const sim: SimWish = {
    model: asked.model,
    memory: simMemory(asked.dataDir, asked.model),
    operator: 'technician',
    bench: { gauge: ready.gauge.kind },
  };
  const access = await accessPen(asked.pen, sim);
  if (!access.ok) return access.error;
  const { close, simulated, gauge: simulatedGauge } = access.value;
  const address = asked.gaugeAt ?? simulatedGauge;
  if (address === undefined) {
    await close();
    return failed(EXIT.usage, ['Say where the gauge is plugged in: --gauge-at serial:PATH.']);
  }
  if (asked.scripted && !simulated) {
    await close();
    return failed(EXIT.usage, ['--scripted is for a simulated bench; a real one needs a person.']);
  }
  const outcome = await withGauge(ready, access.value, address, terminal);
  await close();
  return outcome;
}

async function withGauge(
  ready: Ready,
  access: PenAccess,
  address: string,
  terminal: Terminal,
): Promise<Outcome> {
  const { asked: { json }, open } = ready;
  const met = await meetPen(access.address);
  if (!met.ok) return failed(EXIT.pen, [met.error]);
  const unfit = whyUnfit(met.value, open);
  if (unfit !== undefined) return failed(EXIT.refused, [unfit]);
  const { kind, wiring } = ready.gauge;
  const gauge = await openGauge({ kind, wiring, address });
  if (!gauge.ok) return failed(EXIT.pen, [gauge.error]);
  const quiet: Terminal = { ...terminal, out: () => undefined, interactive: false };
  const screen = createScreen(json ? quiet : terminal);
  const outcome = await run(ready, access, met.value, gauge.value, screen, terminal);
  screen.end();
  await gauge.value.close();
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
  gauge: GaugePort,
  screen: CalibrationScreen,
  terminal: Terminal,
): Promise<Outcome> {
  const { asked, journal, vault, open } = ready;
  const certificateId = vault.freshId(asked.today);
  const { serial, model } = pen.pages.identity;
  const { overshootUm } = pen.pages.capabilities;
  const hands = handsOf(asked, terminal);
  const technician: Technician =
    hands === 'script' ? scriptedTechnician(access.tell) : personAt(hands, screen.say);
  const calibrationId = open?.calibrationId ?? `calibration-${randomBytes(4).toString('hex')}`;
  const plan = open?.plan ?? planFor(asked, pen);
  const { ledger } = pen.pages;
  const begun = open === undefined
    ? journal.appendAndSyncNow({
        kind: 'calibration-begun', calibrationId, penSerial: serial, model, operator: asked.by,
        plan, gauge: ready.gauge.serial, strokes: ledger.strokes, bootId: ledger.bootId,
      })
    : undefined;
  if (begun?.ok === false) return failed(EXIT.journal, [explainFault(begun.error)]);
  const work: CalibrationWork = {
    calibrationId,
    certificateId,
    operator: asked.by,
    today: asked.today,
    plan,
    pen,
    instrument: depthInstrument(ready.gauge),
    benchGauge: benchGaugeOf(ready.gauge),
    gauge,
    openPort: () => openCarrier(access.address),
    before: open?.before,
    previous: vault.previousOf(serial),
    note: (note) => {
      const appended = journal.append(note);
      if (!appended.ok) screen.say(explainFault(appended.error));
    },
    show: (bench) => {
      screen.show(bench);
      technician.sees(bench);
    },
    say: screen.say,
    attend: technician.attend,
    decide: (found) => decide(asked, found, technician, screen),
    keep: vault.keep,
    impactOf: (asFound, before) =>
      vault.impactOf({ certificateId, serial, overshootUm, asFound, before }, ready.entries),
  };
  const calibrated = await calibrate(work);
  return calibrated.ok
    ? conclude(ready, calibrationId, calibrated.value)
    : failed(EXIT.leftOpen, [calibrated.error]);
}

function depthInstrument(gauge: DepthGauge): CalibrationWork['instrument'] {
  const instrument = certifiedInstrument(gauge);
  assert(instrument.kind === 'depth', 'a gauge of depth is certified as one');
  return instrument;
}

const planFor = ({ plan }: CalibrateAsked, { pages }: LinkedPen): CalibrationPlan =>
  plan === 'short' ? shortPlan(pages.capabilities) : standardPlan(pages.capabilities);

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
  return technician.asks('Put a correcting curve into the pen and measure again? [y/n]');
}

/** The certificate is kept, and the strokes that it cost are explained. */
function conclude(ready: Ready, calibrationId: string, of: Calibrated): Outcome {
  const { journal, entries } = ready;
  const { certificate, evaluation, strokes, file } = of;
  const { certificateId, pen: { serial } } = certificate;
  const ended = journal.appendAndSyncNow({
    kind: 'calibration-ended', calibrationId, penSerial: serial, strokes, outcome: 'completed',
    certificateId,
  });
  if (!ended.ok) return failed(EXIT.journal, [explainFault(ended.error)]);
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
