/**
 * The rig as a command: real processes on a pseudo-terminal with the real serialport, in real time,
 * struck by faults again and again, and judged by the pen's own truth. See the README beside this.
 */
import { performance } from 'node:perf_hooks';
import type { Finding } from './fault.ts';
import { FAULTS } from './faults.ts';
import { runLanes } from './lanes.ts';
import { readOptions, USAGE } from './options.ts';

const options = readOptions(process.argv.slice(2));
if (!options.ok) { console.error(options.error); process.exit(2); }
const { only, times, jobs, seed } = options.value;
if (options.value.help) { console.log(USAGE); process.exit(0); }
const t0 = performance.now();
const all: Finding[] = [];
await runLanes(FAULTS.filter(({name}) => only.length === 0 || only.some((o) => name.startsWith(o))).map((fault) => ({ fault, times: times ?? fault.times })), { jobs, seed }, (f) => { all.push(f); console.log(((performance.now()-t0)/1000).toFixed(1), JSON.stringify(f)); });
console.log(all.length, 'in', performance.now() - t0);
