/**
 * Noise by the gigabyte on the decoder and on both ends of a link session.
 *
 *   npm run fuzz -- [--bytes 1e9] [--seed 1] [--jobs 2] [--subject pen] [--kind text]
 *                   [--task pen/text/1000007/100000] [--json] [--junit file]
 *
 * Each subject gets so many bytes. Ends with an error if anything happened that must not.
 */
import { parseArgs } from 'node:util';
import { newJunitReport } from '../support/junit.ts';
import { doJobs } from './jobs.ts';
import { KINDS } from './kinds.ts';
import { asData, enter, failures, newReport, type Report, tables } from './report.ts';
import type { Tally } from './tally.ts';
import { cutIntoJobs, type Job, jobOf, nameOf, type Subject, SUBJECTS } from './task.ts';

const { values: asked } = parseArgs({
  options: {
    bytes: { type: 'string', default: '1e9' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    subject: { type: 'string', multiple: true },
    kind: { type: 'string', multiple: true },
    task: { type: 'string' },
    json: { type: 'boolean', default: false },
    junit: { type: 'string' },
  },
});

function wholeNumber(option: string, given: string): number {
  const number = Number(given);
  if (Number.isSafeInteger(number) && number > 0) return number;
  return refuse(`--${option} takes a whole number from 1 up, not "${given}".`);
}

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function someOf<Word extends string>(
  option: string,
  all: readonly Word[],
  given: readonly string[] | undefined,
): readonly Word[] {
  if (given === undefined) return all;
  const stranger = given.find((word) => !all.some((known) => known === word));
  if (stranger !== undefined) refuse(`--${option} takes ${all.join(', ')}; not "${stranger}".`);
  return all.filter((word) => given.includes(word));
}

const seed = wholeNumber('seed', asked.seed);

function jobsAsked(): readonly Job[] {
  if (asked.task !== undefined) {
    const job = jobOf(asked.task);
    return job === undefined || !(job.task.kind in KINDS)
      ? refuse(`--task takes what a finding has named, not "${asked.task}".`)
      : [job];
  }
  const subjects = someOf<Subject>('subject', SUBJECTS, asked.subject);
  const kinds = someOf('kind', Object.keys(KINDS), asked.kind);
  return cutIntoJobs(subjects, kinds, wholeNumber('bytes', asked.bytes), seed);
}

function junit(report: Report): string {
  const builder = newJunitReport();
  for (const [subject, kinds] of report.bySubject) {
    const suite = builder.testSuite().name(`fuzz ${subject}`);
    for (const [kind, tally] of kinds) {
      const one = suite.testCase().className(`fuzz.${subject}`).name(kind).time(tally.ms / 1_000);
      const name = nameOf({ subject, task: { kind, seed: 0, bytes: 0 } }).split('/0/')[0] ?? '';
      const found = report.found.filter(({ task }) => task.startsWith(`${name}/`));
      for (const { what, detail, task } of found.slice(0, 1)) {
        one.failure(`${what}: ${detail}\nnpm run fuzz -- --task ${task}`);
      }
    }
  }
  return builder.build();
}

const jobs = jobsAsked();
const allBytes = jobs.reduce((sum, { task }) => sum + task.bytes, 0);
const report = newReport(seed);
const begunMs = performance.now();
let doneBytes = 0;

function tellProgress(job: Job, tally: Tally): void {
  doneBytes += tally.bytes;
  if (!process.stderr.isTTY) return;
  const perS = doneBytes / 1e3 / (performance.now() - begunMs);
  process.stderr.write(
    `\r\x1b[Kfuzz  ${(doneBytes / 1e6).toFixed(0)} of ${(allBytes / 1e6).toFixed(0)} MB`
    + `  ${perS.toFixed(1)} MB/s  findings ${report.found.length}`
    + `  ${job.subject}, ${job.task.kind}`,
  );
}

await doJobs(jobs, Math.min(jobs.length, wholeNumber('jobs', asked.jobs)), (job, tally) => {
  enter(report, job, tally);
  tellProgress(job, tally);
});
if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');

if (asked.json) console.log(JSON.stringify(asData(report), undefined, 2));
else console.log(tables(report));
if (asked.junit !== undefined) {
  const { writeFileSync } = await import('node:fs');
  writeFileSync(asked.junit, junit(report));
}
const failed = failures(report);
for (const sentence of failed.slice(0, 10)) console.error(`FAILED  ${sentence.slice(0, 400)}`);
if (failed.length > 10) console.error(`        and ${failed.length - 10} more`);
for (const { task } of report.found.slice(0, 3)) {
  console.error(`        npm run fuzz -- --task ${task}`);
}
if (!asked.json && failed.length === 0) {
  console.log(`passed in ${((performance.now() - begunMs) / 1_000).toFixed(0)} s`);
}
process.exitCode = failed.length === 0 ? 0 : 1;
