// Judges a pen that is not ours: opens its port, runs the kit on it, says what was found, and lets
// go of it at rest. The pen may be broken, so nothing that could move it is done without leave.

import { randomInt } from 'node:crypto';
import fs from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import type { LatchReason } from '../../../protocol/reason.ts';
import { LATCH_REASONS } from '../../../protocol/reason.ts';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import type { Check } from '../../conform/check.ts';
import { CHECKS } from '../../conform/checks/all.ts';
import { conduct, endEarly, type Judged, type RunEnd } from '../../conform/conduct.ts';
import { createDriver, type Driven } from '../../conform/drive-port.ts';
import { junitOf } from '../../conform/junit.ts';
import { createKit, type Hands, type Kit } from '../../conform/kit.ts';
import { transcriptChecks } from '../../conform/read-transcripts.ts';
import type { Left } from '../../conform/rest.ts';
import { findingOf, tallyOf } from '../../conform/tally.ts';
import { sayOpenRefusal, systemTimers } from '../../link/index.ts';
import { openSealed, sayTrouble } from '../../pairing/index.ts';
import { judgedDocument, listLines, tallyLines } from '../conform-text.ts';
import { type ConformView, startView } from '../conform-view.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { accessPen, type PenAccess } from '../pen-access.ts';
import type { Terminal } from '../terminal.ts';

/** What a run is asked with. */
export interface ConformAsked {
  readonly pen: string | undefined;
  readonly only: readonly string[];
  readonly list: boolean;
  readonly allowMotion: boolean;
  readonly onBench: boolean;
  readonly hands: string | undefined;
  readonly clear: string | undefined;
  readonly junit: string | undefined;
  readonly model: string;
  readonly json: boolean;
}

const NONCE_END = 2 ** 32 - 1;

/** Runs the kit. */
export async function conformCommand(asked: ConformAsked, terminal: Terminal): Promise<Outcome> {
  const chosen = choose([...CHECKS, ...transcriptChecks()], asked.only);
  if (!chosen.ok) return failed(EXIT.usage, [chosen.error]);
  if (asked.list) {
    const checks = chosen.value.map(({ script: _script, ...data }) => data);
    return done(listLines(chosen.value), { ok: true, checks });
  }
  const wrong = misused(asked);
  if (wrong !== undefined) return failed(EXIT.usage, [wrong]);
  const sim = { model: asked.model, memory: undefined, operator: 'bench' } as const;
  const access = await accessPen(asked.pen ?? '', sim);
  if (!access.ok) return access.error;
  const outcome = await judgeAt(access.value, chosen.value, asked, terminal);
  await access.value.close();
  return outcome;
}

const HANDS: readonly Hands[] = ['none', 'auto', 'person'];
const isHands = (text: string): text is Hands => HANDS.some((hands) => hands === text);
const isLatch = (text: string): text is LatchReason =>
  text !== 'none' && Object.hasOwn(LATCH_REASONS, text);

/** What is wrong with how it was asked, in a sentence. */
function misused({ pen, hands, clear, junit, onBench, allowMotion }: ConformAsked) {
  if (pen === undefined) {
    return 'Say which pen: --pen serial:PATH, tcp:HOST:PORT, hid:SERIAL or sim; or --list.';
  }
  if (hands !== undefined && !isHands(hands)) {
    return `"${hands}" holds no trigger: --hands takes ${HANDS.join(', ')}.`;
  }
  if (clear !== undefined && !isLatch(clear)) {
    return `There is no latch "${clear}"; --clear takes the name that "corium pens" shows.`;
  }
  if (onBench && !allowMotion) return 'Say --allow-motion as well, or leave --on-bench out.';
  return junit === undefined ? undefined : unwritable(junit);
}

/** Whether a report can be written there is known before a pen is judged for a minute. */
function unwritable(path: string): string | undefined {
  try {
    fs.closeSync(fs.openSync(path, 'a'));
    return undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return `The report cannot be written to ${path}: ${why}. Name another file.`;
  }
}

/** The checks that were asked for by name or group, in their order. */
function choose(all: readonly Check[], only: readonly string[]): Result<readonly Check[], string> {
  const known = new Set(all.flatMap(({ name, group }) => [name, group]));
  const unknown = only.find((name) => !known.has(name));
  if (unknown !== undefined) {
    return refuse(`There is no check or group "${unknown}"; "corium conform --list" shows them.`);
  }
  const wanted = new Set(only);
  const isWanted = ({ name, group }: Check): boolean => wanted.has(name) || wanted.has(group);
  return ok(only.length === 0 ? all : all.filter(isWanted));
}

async function judgeAt(
  { address, simulated, pen }: PenAccess,
  checks: readonly Check[],
  asked: ConformAsked,
  terminal: Terminal,
): Promise<Outcome> {
  const opened = await openSealed(address, (news) => {
    if (news.kind !== 'sealed' && news.kind !== 'bare') terminal.err(sayTrouble(news));
  });
  if (!opened.ok) return failed(EXIT.pen, [sayOpenRefusal(opened.error)]);
  const port = opened.value;
  const motion = simulated || (asked.allowMotion && (await isOnBench(asked, terminal)));
  const hands = asked.hands !== undefined && isHands(asked.hands) ? asked.hands : undefined;
  const kit = createKit({ motion, hands: hands ?? (simulated ? 'auto' : 'none') }, () =>
    randomInt(1, NONCE_END),
  );
  const view = startView(terminal, asked.json, hands === 'person');
  view.opening({ pen, checks: checks.length, motion, simulated });
  const ground = { port, ear: kit.ear, timers: systemTimers, told: view.told };
  const driver = createDriver(ground);
  const mayClear = asked.clear !== undefined && isLatch(asked.clear) ? asked.clear : undefined;
  const signals = hearSignals(driver.interrupt);
  const driven = await driver.run(conduct(kit, checks, mayClear));
  const early = driven.kind === 'interrupted' ? await driver.run(endEarly(kit)) : undefined;
  signals();
  view.end();
  await port.close();
  return said({ driven, early, asked, view, kit, pen });
}

const BENCH_QUESTION =
  'Needles will move. Is the pen on a bench, with nobody and nothing under its head? [yes/no] ';

/** Motion takes a second word: that nobody is under the needles. */
async function isOnBench({ onBench }: ConformAsked, terminal: Terminal): Promise<boolean> {
  if (onBench || !terminal.interactive) return onBench;
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question(BENCH_QUESTION);
  asking.close();
  return answer.trim().toLowerCase() === 'yes';
}

/** Ctrl-C stops the pen first; a second one leaves at once. */
function hearSignals(interrupt: () => void): () => void {
  let before = false;
  const hear = (): void => {
    if (before) process.exit(EXIT.killed);
    before = true;
    interrupt();
  };
  process.on('SIGINT', hear);
  process.on('SIGTERM', hear);
  return () => {
    process.off('SIGINT', hear);
    process.off('SIGTERM', hear);
  };
}

interface Said {
  readonly driven: Driven<RunEnd>;
  readonly early: Driven<Left> | undefined;
  readonly asked: ConformAsked;
  readonly view: ConformView;
  readonly kit: Kit;
  readonly pen: string;
}

function said({ driven, early, asked, view, kit, pen }: Said): Outcome {
  if (driven.kind === 'closed') {
    return failed(EXIT.pen, [`${pen} went away: ${driven.why}. Check the cable.`]);
  }
  if (driven.kind === 'interrupted') {
    const left = early?.kind === 'value' ? early.value : undefined;
    return failed(EXIT.leftOpen, [leftWords(left)]);
  }
  const end = driven.value;
  if (end.kind === 'not-met') {
    return failed(EXIT.pen, [
      `Nothing at ${pen} answers as a pen: expected ${end.expected}; came ${end.came}. ` +
        'Check what is plugged in with "corium pens".',
    ]);
  }
  if (end.kind === 'latched') {
    return failed(EXIT.pen, [
      `The pen is latched, ${end.reason}: find out why, and then say --clear ${end.reason}.`,
    ]);
  }
  if (end.kind === 'not-cleared') {
    return failed(EXIT.pen, [
      `The latch ${end.reason} could not be cleared: let go of the trigger, remove its cause, ` +
        'and try again.',
    ]);
  }
  return judgedOutcome(end, asked, kit, view.tookMs());
}

const leftWords = (left: Left | undefined): string =>
  left?.proven === true
    ? `Stopped before the end; the pen is proven to stand: ${left.state}.`
    : `Stopped before the end, and the pen did NOT prove that it stands (${left?.state ?? '?'}): ` +
      'take it off whatever it points at and let go of its trigger.';

const CODES = {
  conforms: EXIT.done,
  'does-not-conform': EXIT.refused,
  'not-wholly-judged': EXIT.notWhole,
} as const satisfies Record<string, ExitCode>;

function judgedOutcome(
  { all, left }: Extract<RunEnd, { readonly kind: 'judged' }>,
  asked: ConformAsked,
  kit: Kit,
  tookMs: number,
): Outcome {
  const { serial, model, firmware } = kit.pages().identity;
  const tally = tallyOf(all);
  const finding = findingOf(tally);
  if (asked.junit !== undefined) fs.writeFileSync(asked.junit, junitOf(all, `${model} ${serial}`));
  const code = left.proven ? CODES[finding] : EXIT.pen;
  const checks: readonly object[] = all.map((judged: Judged) => judgedDocument(judged));
  return {
    code,
    lines: [
      ...tallyLines(all, tookMs, asked.only.length === 0),
      `Pen ${serial}, model ${model}: ${left.state}.`,
    ],
    complaints: left.proven ? [] : [leftWords(left)],
    document: { ok: code === EXIT.done, exitCode: code, finding, tally,
      pen: { serial, model, firmware }, checks, left, tookMs },
  };
}
