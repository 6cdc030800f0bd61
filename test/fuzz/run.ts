/** One task of the fuzzer, whoever it judges. */
import { runDecoder } from './decoder-run.ts';
import { runHost } from './host-run.ts';
import { runPen } from './pen-run.ts';
import type { Tally } from './tally.ts';
import type { Job, Subject, Task } from './task.ts';

const RUNS: Readonly<Record<Subject, (task: Task) => Tally>> = {
  decoder: (task) => runDecoder(task),
  host: (task) => runHost(task),
  pen: (task) => runPen(task),
};

/** Runs a task of a subject. */
export const runJob = ({ subject, task }: Job): Tally => RUNS[subject](task);
