// A first treatment in a real browser on the real host with the simulated pen, by somebody who
// presses only what is labelled as the next step; and how little the window begins with.

import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { PAGE_FOLDER } from '../../../ui/serve/build-page.ts';
import { axeFindings } from './axe-findings.ts';
import {
  openWholeConsole, type OpenConsole, press, untilNext, walkUntil,
} from './console-page.ts';

let console_: OpenConsole | undefined;
afterEach(() => console_?.close());

describe('a treatment in the window', () => {
  it('is finished by somebody who presses only what is labelled as the next step', async () => {
    console_ = await openWholeConsole();
    const page = await console_.open();
    await walkUntil(page, press, 'done');
    await page.waitForSelector('[data-verdict]');
    expect(await page.getAttribute('[data-verdict]', 'data-verdict')).toBe('accepted');
    expect(await page.locator('tbody tr').count()).toBe(2);
    expect(await axeFindings(page)).toEqual([]);
    await press(page, 'done');
    await untilNext(page, 'answer', 'begin', 'mend', 'demo-plan', 'demo-case', 'leave-out');
  });

  it('begins with at most 150 kB of script, packed', () => {
    const file = (name: string): string => fs.readFileSync(path.join(PAGE_FOLDER, name), 'utf8');
    const [entry] = /assets\/[^"]+\.js/.exec(file('index.html')) ?? [];
    const seen = new Set([entry ?? 'no entry']);
    for (const name of seen) {
      const imports = file(name).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g);
      for (const [, imported] of imports) seen.add(`assets/${imported ?? ''}`);
    }
    const packed = [...seen].map((name) => gzipSync(file(name)).length);
    expect(packed.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(150 * 1_024);
  });
});
