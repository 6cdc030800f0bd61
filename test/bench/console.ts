/**
 * The console as a person has it: what the window costs while everything moves, how long a press
 * takes to the wire and a snapshot to the pixels, the first useful paint, and memory over hours.
 *
 *   node test/bench/console.ts            some eight minutes
 *   node test/bench/console.ts --quick    some three minutes, for a look
 *   node test/bench/console.ts --only moving,stopping,painting,pixels,hours
 *
 * A real Chromium without a window; but for `moving` and `hours`, which are told a score, the real
 * desk, server and host process, with the peer of `decision.ts` as a pen on a pseudo-terminal.
 */
import { announce, conclude, type Figure } from '../support/bench.ts';
import { openBrowser } from '../ui/support/bundle.ts';
import { hours } from './console/hours.ts';
import { moving } from './console/moving.ts';
import { painting } from './console/painting.ts';
import { pixels } from './console/pixels.ts';
import { openStage, type Stage, stepTo } from './console/stage.ts';
import { stopping } from './console/stopping.ts';

const at = process.argv.indexOf('--only');
const only = at < 0 ? undefined : (process.argv[at + 1] ?? '').split(',');
const wants = (...names: readonly string[]): boolean =>
  only === undefined || names.some((name) => only.includes(name));

const figures: Figure[] = [];

/** What is measured on the real desk. */
async function onStage(stage: Stage): Promise<void> {
  if (wants('painting')) figures.push(...(await painting(stage)));
  if (!wants('stopping', 'pixels')) return;
  const page = await stage.open(stage.address, true);
  await stepTo(page, 'arm');
  if (wants('stopping')) figures.push(...(await stopping(stage, page)));
  if (wants('pixels')) figures.push(...(await pixels(stage, page)));
}

announce('The console: cost of the window, STOP to the wire, first paint, pixels, memory');
if (wants('moving', 'hours')) {
  const browser = await openBrowser(['--disable-gpu']);
  if (wants('moving')) figures.push(...(await moving(browser)));
  if (wants('hours')) figures.push(...(await hours(browser)));
  await browser.close();
}
if (wants('painting', 'stopping', 'pixels')) {
  const stage = await openStage();
  try {
    await onStage(stage);
  } finally {
    await stage.close();
  }
}
const words = only === undefined ? '' : ` --only ${only.join(',')}`;
conclude(`node test/bench/console.ts${words}`, figures);
