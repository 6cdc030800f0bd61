/**
 * The rig as a command: real processes on a pseudo-terminal with the real serialport, in real time,
 * struck by faults again and again, and judged by the pen's own truth. See the README beside this.
 */
import process from 'node:process';
import type { Fault, Finding } from './fault.ts';
import { FAULTS } from './faults.ts';
import { runLanes } from './lanes.ts';
import { MOUNTS, runMount } from './mounts.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { type Progress, startProgress } from './progress.ts';
import { isSound, type Report, reportJson, reportText, writeJunit } from './report.ts';
import { SWEEPS } from './sweeps.ts';
import { type Row, rowOf } from './table.ts';

const MOUNT_TIMES = 2;

/** What has been found so far. */
interface Found {
  readonly rows: Row[];
  readonly complaints: string[];
  readonly notes: string[];
}

const isWanted = ({ only }: Options, name: string): boolean =>
  only.length === 0 || only.some((begin) => name.startsWith(begin));

const complaintsOf = ({ fault, time, area, phase, wrong }: Finding): readonly string[] =>
  wrong.map((what) => `${fault} ${time} (${area}, ${phase}): ${what}`);

async function runFaults(options: Options, progress: Progress, found: Found): Promise<void> {
  const wanted = FAULTS.filter(({ name }) => isWanted(options, name));
  const orders = wanted.map((fault) => ({ fault, times: options.times ?? fault.times }));
  const all = orders.reduce((sum, { times }) => sum + times, 0);
  const findings: Finding[] = [];
  const doneOf = ({ name }: Fault): readonly Finding[] =>
    findings.filter(({ fault }) => fault === name);
  await runLanes(orders, options, (finding) => {
    findings.push(finding);
    found.complaints.push(...complaintsOf(finding));
    for (const what of complaintsOf(finding)) progress.line(what);
    progress.at(`${findings.length} of ${all}: ${finding.fault}`);
    const order = orders.find(({ fault }) => fault.name === finding.fault);
    if (order !== undefined && doneOf(order.fault).length === order.times) {
      const so = `${order.times} times, ${findings.length} of ${all}`;
      progress.line(`${finding.fault.padEnd(16)} ${so}`);
    }
  });
  found.rows.push(...wanted.map((fault) => rowOf(fault.name, fault.what, doneOf(fault))));
}

async function runMounts(options: Options, progress: Progress, found: Found): Promise<void> {
  for (const { name, what } of MOUNTS.filter((mount) => isWanted(options, mount.name))) {
    const findings: Finding[] = [];
    for (let time = 1; time <= (options.times ?? MOUNT_TIMES); time += 1) {
      progress.at(`${name} ${time}`);
      const finding = await runMount(name, time, options.seed + time);
      if (finding === undefined) break;
      findings.push(finding);
      found.complaints.push(...complaintsOf(finding));
    }
    const row = rowOf(name, what, findings);
    const notRun = 'no permission to mount';
    found.rows.push(findings.length === 0 ? { ...row, notRun } : row);
    progress.line(`${name.padEnd(16)} ${findings.length} times`);
  }
}

function runSweeps(options: Options, progress: Progress, found: Found): void {
  for (const { name, what, run } of SWEEPS.filter((sweep) => isWanted(options, sweep.name))) {
    let saidMs = 0;
    const swept = run(1, (done, of) => {
      if (performance.now() < saidMs + 200) return;
      saidMs = performance.now();
      progress.at(`${name}: ${done} of ${of}`);
    });
    const { wrong, notes, ...figures } = swept;
    found.rows.push({ fault: name, what, ...figures, wrong: wrong.length, swept: true });
    found.complaints.push(...wrong.map((each) => `${name} ${each}`));
    found.notes.push(...notes.map((note) => `${name}: ${note}.`));
    progress.line(`${name.padEnd(16)} ${swept.times} positions`);
  }
}

async function runRig(options: Options): Promise<Report> {
  const startedMs = performance.now();
  const progress = startProgress();
  const found: Found = { rows: [], complaints: [], notes: [] };
  await runFaults(options, progress, found);
  await runMounts(options, progress, found);
  runSweeps(options, progress, found);
  progress.end();
  for (const { fault, times, took } of found.rows) {
    if (took < times) found.complaints.push(`${fault} took effect ${took} of ${times} times`);
  }
  return { seed: options.seed, tookMs: performance.now() - startedMs, ...found };
}

const read = readOptions(process.argv.slice(2));
if (!read.ok) {
  console.error(`${read.error}\n\n${USAGE}`);
  process.exitCode = 2;
} else if (read.value.help) {
  console.log(USAGE);
} else {
  const report = await runRig(read.value);
  const { junit, json } = read.value;
  if (junit !== undefined) writeJunit(report, junit);
  console.log(json ? reportJson(report) : reportText(report));
  process.exitCode = isSound(report) && report.rows.length > 0 ? 0 : 1;
}
