/**
 * Processes that share a list of jobs. A process of its own has a heap of its own, so that what one
 * task leaves behind is measured and not mixed with another's; one that dies is a finding.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { emptyTally, note, type Tally } from './tally.ts';
import type { Job } from './task.ts';

const JOB = new URL('./job.ts', import.meta.url);

/** Does one job in a process that is there for it. */
function doJob(child: ChildProcess, job: Job): Promise<Tally> {
  return new Promise((resolve) => {
    const died = (code: number | null, signal: string | null): void => {
      const tally = emptyTally();
      note(tally, 'exception', `the process ended with ${String(code ?? signal)}`);
      resolve(tally);
    };
    child.once('exit', died);
    child.once('message', (tally) => {
      child.off('exit', died);
      resolve(tally as Tally);
    });
    child.send(job);
  });
}

/** Does all jobs in so many processes and tells of each as it is done. */
export async function doJobs(
  jobs: readonly Job[],
  processes: number,
  done: (job: Job, tally: Tally) => void,
): Promise<void> {
  const left = [...jobs];
  const work = async (): Promise<void> => {
    let child = fork(JOB, { stdio: 'inherit' });
    for (let job = left.shift(); job !== undefined; job = left.shift()) {
      done(job, await doJob(child, job));
      if (child.exitCode !== null || child.signalCode !== null) {
        child = fork(JOB, { stdio: 'inherit' });
      }
    }
    child.disconnect();
  };
  await Promise.all(Array.from({ length: processes }, work));
}
