/** The demonstration, as `npm run demo` runs it: one whole treatment in real time. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newFolder, run, start } from './corium.ts';

const WHOLE_MS = 180_000;

test(
  'the demonstration delivers its plan and leaves a record that verify accepts',
  async () => {
    const folder = newFolder();
    const running = start(['demo'], folder);
    running.child.stdin.end();
    const { code, out, err } = await running.ended;
    expect(err).toBe('');
    expect(code).toBe(0);
    // The area at the eye comes last, and is confirmed by itself before it is armed.
    const [confirmed, armedAtEye, cheekDone] = [
      out.indexOf('left infraorbital lies at the eye'),
      out.indexOf('Armed: left infraorbital'),
      out.indexOf('Done: right cheek'),
    ];
    expect(cheekDone).toBeGreaterThan(0);
    expect(confirmed).toBeGreaterThan(cheekDone);
    expect(armedAtEye).toBeGreaterThan(confirmed);
    expect(out).toMatch(/completed .*Z$/m);
    expect(out).toMatch(/^Accepted: the treatment /m);

    const [name] = fs.readdirSync(folder).filter((entry) => entry.startsWith('corium-demo-'));
    const dataDir = path.join(folder, name ?? 'none');
    expect(out).toContain(dataDir);
    const verified = await run('record', 'verify', '--data', dataDir, '--json');
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.out)).toMatchObject({ ok: true, accepted: true, findings: [] });

    const exported = await run('record', 'export', '--data', dataDir);
    const record: unknown = JSON.parse(exported.out);
    expect(record).toMatchObject({
      outcome: 'completed',
      areas: [
        { area: 'forehead', unknown: { strokes: 0 } },
        { area: 'cheek', side: 'left', unknown: { strokes: 0 } },
        { area: 'cheek', side: 'right', unknown: { strokes: 0 } },
        { area: 'infraorbital', side: 'left', unknown: { strokes: 0 } },
      ],
    });
    const csv = await run('record', 'export', '--data', dataDir, '--csv');
    expect(csv.out.trim().split('\r\n')).toHaveLength(5);
  },
  WHOLE_MS,
);
