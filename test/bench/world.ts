/**
 * How fast a whole world passes on virtual time: host, link, wire, firmware, plant, an operator, a
 * provider, a journal in memory, and every checker looking on. The treatment is half an hour of
 * trunk and limbs, nearly all of it with the needles running.
 *
 *   node test/bench/world.ts [--quick] [--treatments N]
 */
import { performance } from 'node:perf_hooks';
import {
  announce, atLeast, atMost, conclude, median, numberOf, percentile, QUICK,
} from '../support/bench.ts';
import { judge } from '../world/checkers/all.ts';
import { demoPlan, partsOf } from '../world/parts.ts';
import { createWorld } from '../world/world.ts';

const TREATMENTS = numberOf('--treatments', QUICK ? 3 : 12);
const WARM = QUICK ? 1 : 3;
const HALF_AN_HOUR_MS = 1_800_000;

const large = (area: string, side = 'midline') =>
  ({ area, side, sizeMm2: 30_000, depthUm: 1_000, rateCentiHz: 8_000, passes: 2 });
const PLAN = {
  ...demoPlan(),
  areas: [large('abdomen'), large('back'), large('thigh', 'left'), large('thigh', 'right')],
};

/** What one treatment took. */
interface Taken {
  readonly simulatedMs: number;
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** Delivers one treatment to its end, judged, and takes the time. */
function deliver(seed: number, judged: boolean): Taken {
  const complaints: (() => readonly string[])[] = [];
  const parts = partsOf({ seed, plan: PLAN });
  const cpu = process.cpuUsage();
  const begunMs = performance.now();
  const world = createWorld({
    ...parts,
    stride: 'telemetry',
    ...(judged ? { judge: (seated) => void complaints.push(judge(seated).close) } : {}),
  });
  const closed = (): boolean => world.entries.at(-1)?.kind === 'treatment-closed';
  if (!world.runUntil(closed, 3_600_000)) throw new Error(`seed ${seed} did not come to an end`);
  const said = complaints.flatMap((close) => close());
  if (said.length > 0) throw new Error(`seed ${seed}: ${said.join('; ')}`);
  const used = process.cpuUsage(cpu);
  return {
    simulatedMs: world.nowMs(),
    wallMs: performance.now() - begunMs,
    cpuMs: (used.user + used.system) / 1_000,
  };
}

const speeds = (all: readonly Taken[]): readonly number[] =>
  all.map(({ simulatedMs, wallMs }) => simulatedMs / wallMs);

function show(name: string, all: readonly Taken[]): void {
  const found = speeds(all);
  const ofCpu = all.map(({ simulatedMs, cpuMs }) => simulatedMs / cpuMs);
  console.log(
    `  ${name.padEnd(22)} median ${median(found).toFixed(0)} s/s`
    + `   slowest ${percentile(found, 0).toFixed(0)}   fastest ${percentile(found, 100).toFixed(0)}`
    + `   of processor time ${median(ofCpu).toFixed(0)}`,
  );
}

announce('World: simulated seconds per second, a whole treatment from handshake to last line');
for (let seed = 1; seed <= WARM; seed += 1) deliver(seed, true);
const judged: Taken[] = [];
const alone: Taken[] = [];
for (let seed = 1; seed <= TREATMENTS; seed += 1) {
  judged.push(deliver(seed, true));
  alone.push(deliver(seed, false));
}
const minutes = median(judged.map(({ simulatedMs }) => simulatedMs)) / 60_000;
console.log(`${TREATMENTS} treatments of ${minutes.toFixed(1)} simulated minutes, in turns`);
show('with every checker', judged);
show('without checkers', alone);

const speed = median(speeds(judged));
conclude('node test/bench/world.ts', [
  atLeast('simulated s per s', speed, 2_000),
  atMost('30-minute treatment', HALF_AN_HOUR_MS / speed / 1_000, 0.9, ' s'),
]);
