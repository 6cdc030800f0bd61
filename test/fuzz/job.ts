/** A process that runs tasks of the fuzzer, one after the other, for whoever started it. */
import { runJob } from './run.ts';
import type { Job } from './task.ts';

process.on('message', (job: Job) => {
  process.send?.(runJob(job));
});
process.on('disconnect', () => process.exit());
