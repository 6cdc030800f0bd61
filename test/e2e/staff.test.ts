/** People and exports on the command line: secrets by standard input, a sentence for each no. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Ended, newFolder, newInstallation, run, start } from './corium.ts';

/** Runs a command with secrets as lines of its standard input. */
function told(secrets: readonly string[], ...words: readonly string[]): Promise<Ended> {
  const running = start(words, newFolder());
  running.child.stdin.end(secrets.map((secret) => `${secret}\n`).join(''));
  return running.ended;
}

const LEAD = 'seven quiet herons';

test('the first clinical lead is made, recognised, and asked for what is not there', async () => {
  const { dataDir } = await newInstallation();
  const at = ['--data', dataDir] as const;
  const who = ['--id', 'm-sato', '--name', 'Mika Sato'] as const;
  const weak = await told(['123456', '123456'], 'users', 'first', ...at, ...who);
  expect(weak.code).toBe(1);
  expect(weak.err).toBe('That secret only counts up or down; choose another.\n');
  const first = await told([LEAD, LEAD], 'users', 'first', ...at, ...who);
  expect(first).toMatchObject({ code: 0, out: 'm-sato is the first clinical lead here.\n' });
  const wrong = await told(['wrong words here'], 'sign-in', ...at, '--by', 'm-sato');
  expect(wrong.err).toMatch(/^That id and secret do not belong together;.*\.\n$/);
  const none = await run('sign-in', ...at, '--by', 'm-sato');
  expect(none.code).toBe(2);
  expect(none.err).toMatch(/^No secret was given;.*\.\n$/);
  const out = path.join(newFolder(), 't.pdf');
  const by = ['--by', 'm-sato'] as const;
  const absent = await told([LEAD], 'export', 'pdf', 'nowhere', ...at, ...by, '--out', out);
  expect(absent).toMatchObject({ code: 1 });
  expect(absent.err).toMatch(/holds no treatment "nowhere"; there is none yet\.\n$/);
  const audit = await told([LEAD], 'audit', 'show', ...at, ...by, '--last', '4');
  expect(audit.out).toContain('sign-in-failed');
  expect(audit.out).not.toContain('wrong words');
  const verified = await run('audit', 'verify', ...at);
  expect(verified.out).toMatch(/^Accepted: both chains hold/);
}, 30_000);
