/**
 * How the tests run. Three projects, because three kinds of test need different things:
 * pure tests share one module graph per worker (fifteen times faster, and they hold no state),
 * native tests open ports, processes and addons, so each file gets a process of its own, and
 * browser tests do so beside a whole Chromium, whose frames come when the machine has time.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests that open pseudo-terminals, sockets, child processes or native addons. */
const NATIVE = [
  'test/{e2e,native}/**/*.test.ts',
  // The others there only reckon.
  'test/link/!(outbox|pedal|pedal-*|readme).test.ts',
  'test/host/link/**/*.test.ts',
  'test/**/*.native.test.ts',
];

/** Those of them that look through a browser. */
const BROWSER = ['test/ui/{browser,figure,plot,sound}/**/*.native.test.ts'];

/** Where programs that tests start keep what they have compiled, by the text that it was. */
const COMPILED = fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url));

/** After the pure tests and one at a time: their clocks are real, and cores are few. */
const alone = (groupOrder: number) => ({
  pool: 'forks',
  isolate: true,
  maxWorkers: 1,
  sequence: { groupOrder },
  // Programs that tests start find what an earlier one compiled: a start takes half the work then.
  env: { NODE_COMPILE_CACHE: COMPILED },
  // How long a test may hang, and no statement on how fast anything is.
  testTimeout: 60_000,
  hookTimeout: 60_000,
}) as const;

const inCi = process.env['CI'] !== undefined;

export default defineConfig({
  test: {
    reporters: [inCi ? 'dot' : 'default', './test/support/closing-line.ts'],
    // A run that finds no test has tested nothing, and must not look like a success.
    passWithNoTests: false,
    // A focused test would silence its neighbours.
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'pure',
          include: ['test/**/*.test.ts'],
          exclude: NATIVE,
          pool: 'threads',
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'native',
          include: NATIVE,
          exclude: BROWSER,
          ...alone(1),
        },
      },
      {
        test: {
          name: 'browser',
          include: BROWSER,
          // A second try is for Chromium's sake and is told at the end; nothing else gets one.
          retry: 1,
          ...alone(2),
        },
      },
    ],
  },
});
