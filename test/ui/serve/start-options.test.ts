// What the console is started with: everything it knows, and one sentence for everything else.
import { expect, test } from 'vitest';
import { readStart } from '../../../ui/serve/start-options.ts';

test('everything that there is can be asked for', () => {
  const args = ['--data', 'clinic', '--pen', 'sim', '--port', '7000', '--plan', 'p', '--case', 'c'];
  expect(readStart(args)).toMatchObject({
    ok: true,
    value: { dataDir: 'clinic', pen: 'sim', port: 7_000, planPath: 'p', casePath: 'c' },
  });
  expect(readStart(['--check', '--page'])).toMatchObject({ value: { check: true, page: true } });
  expect(readStart([])).toMatchObject({ value: { dataDir: undefined, port: 0, help: false } });
});

test.each([
  [['--flat']], [['--port', 'home']], [['--port', '70000']], [['--port', '-1']], [['--data']],
  [['--pen', 'tcp:']], [['clinic']],
])('%o is refused in one sentence', (args) => {
  const read = readStart(args);
  expect(read.ok).toBe(false);
  const sentence = read.ok ? '' : read.error;
  expect(sentence.split('\n')).toHaveLength(1);
  expect(sentence).not.toMatch(/at .*:\d+/);
  expect(sentence.length).toBeGreaterThan(10);
});
