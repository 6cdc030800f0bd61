// Stands for a window that works hard: busy 20 ms of every 50, until it is killed or orphaned.

import { performance } from 'node:perf_hooks';

const BUSY_MS = 20;
const PERIOD_MS = 50;

setInterval(() => {
  const untilMs = performance.now() + BUSY_MS;
  while (performance.now() < untilMs);
}, PERIOD_MS);
process.stdin.resume().on('end', () => process.exit(0));
