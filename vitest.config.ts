/**
 * How the tests run. Two projects, because two kinds of test need opposite things:
 * pure tests share one module graph per worker (fifteen times faster, and they hold no state),
 * native tests open ports, processes and addons, so each file gets a process of its own.
 */
import { defineConfig } from 'vitest/config';

/** Tests that open pseudo-terminals, sockets, child processes or native addons. */
const NATIVE = [
  'test/{e2e,link,native}/**/*.test.ts',
  'test/host/link/**/*.test.ts',
  'test/**/*.native.test.ts',
];

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
          pool: 'forks',
          isolate: true,
          // After the pure tests and one at a time: their clocks are real, and cores are few.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
