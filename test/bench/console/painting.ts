/**
 * The first useful paint: from the navigation to the frame in which the next step stands on the
 * page, in a context that has nothing cached, beside the least page on the same desk. And what the
 * browser has to fetch for it: what came before the paint, what a visit of every screen in one
 * language comes to, and all script there is with its four languages; gzipped.
 */
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { PAGE_FOLDER } from '../../../ui/serve/build-page.ts';
import { atMost, type Figure, median, QUICK } from '../../support/bench.ts';
import type { Stage } from './stage.ts';
import { usefulMs } from './watch-page.ts';

const TURNS = QUICK ? 4 : 15;
const KIB = 1_000;

/** A page opened once: when it was of use, and which scripts had come by then. */
interface Opened {
  readonly usefulMs: number;
  readonly scripts: readonly string[];
}

const SCRIPTS = `performance.getEntriesByType('resource')
  .filter(({ name, responseEnd }) => name.includes('.js') && responseEnd <= notes.usefulMs)
  .map(({ name }) => new URL(name).pathname)`;

async function openOnce(stage: Stage, address: string): Promise<Opened> {
  const page = await stage.open(address);
  const useful = await usefulMs(page);
  const scripts = await page.evaluate<readonly string[]>(SCRIPTS);
  await page.context().close();
  await page.close();
  return { usefulMs: useful, scripts };
}

const EVERY_SCRIPT = `[...new Set(performance.getEntriesByType('resource')
  .filter(({ name }) => name.includes('.js')).map(({ name }) => new URL(name).pathname))]`;

/** A page fetches every screen soon after its paint; then each of them is shown once. */
async function visitAll(stage: Stage): Promise<readonly string[]> {
  const page = await stage.open(stage.address);
  for (const item of await page.locator('[data-menu]').all()) {
    await item.click();
    await page.waitForTimeout(200);
  }
  await page.waitForLoadState('networkidle');
  const scripts = await page.evaluate<readonly string[]>(EVERY_SCRIPT);
  await page.context().close();
  return scripts;
}

const gzipped = (file: string): number => gzipSync(fs.readFileSync(file)).length / KIB;
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** Every script of the built page: four languages and all screens. */
const allScripts = (): readonly string[] =>
  fs.globSync('**/*.js', { cwd: PAGE_FOLDER }).map((file) => path.join(PAGE_FOLDER, file));

/** Opens both pages in turns. */
export async function painting(stage: Stage): Promise<readonly Figure[]> {
  const ours: Opened[] = [];
  const bare: number[] = [];
  await openOnce(stage, stage.address); // the browser and the desk are warm from here on
  for (let turn = 0; turn < TURNS; turn += 1) {
    ours.push(await openOnce(stage, stage.address));
    bare.push((await openOnce(stage, stage.bareAddress)).usefulMs);
  }
  const [mine, theirs] = [median(ours.map((one) => one.usefulMs)), median(bare)];
  const worst = Math.max(...ours.map((one) => one.usefulMs));
  const first = [...new Set(ours.flatMap(({ scripts }) => scripts))];
  const firstKb = sum(first.map((name) => gzipped(path.join(PAGE_FOLDER, name))));
  const visited = await visitAll(stage);
  const visitKb = sum(visited.map((name) => gzipped(path.join(PAGE_FOLDER, name))));
  const allKb = sum(allScripts().map(gzipped));
  console.log('First useful paint: the next step stands on the page; nothing cached');
  console.log(`  console    median ${mine.toFixed(0).padStart(5)} ms   worst of ${TURNS}:`
    + ` ${worst.toFixed(0)} ms`);
  console.log(`  least page median ${theirs.toFixed(0).padStart(5)} ms   ratio`
    + ` ${(mine / theirs).toFixed(2)}`);
  console.log(`  script gzipped: ${firstKb.toFixed(1)} kB before the paint,`
    + ` ${visitKb.toFixed(1)} kB after every screen in one language,`
    + ` ${allKb.toFixed(1)} kB with all four\n`);
  return [
    atMost('first useful paint', mine, 1_000, ' ms'),
    atMost('script before it, gzipped', firstKb, 150, ' kB'),
  ];
}
