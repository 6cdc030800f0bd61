/** The checks as data: named once, about a heading that is there, in a sentence of their own. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BY_KIND } from '../../protocol/catalogue.ts';
import { CHECKS } from '../../host/conform/checks/all.ts';
import { rawFrame } from '../../host/conform/raw-frame.ts';
import { readTranscripts, transcriptChecks } from '../../host/conform/read-transcripts.ts';
import { encodeFrame } from '../../protocol/frame.ts';
import { BROKEN_PENS } from './broken-pens.ts';

const ALL = [...CHECKS, ...transcriptChecks()];
const readme = readFileSync('protocol/README.md', 'utf8');
const anchors = new Set(
  [...readme.matchAll(/^##+ (.+)$/gm)].map((found) =>
    (found[1] ?? '').toLowerCase().replace(/[^\w\s-]/g, '').replace(/\s/g, '-')),
);

test('every check has a name of its own and judges a heading that is there', () => {
  const names = ALL.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, section } of ALL) expect([name, anchors.has(section)]).toEqual([name, true]);
});

test('every check says in one sentence what a pen does that conforms', () => {
  for (const { says } of ALL) expect(says).toMatch(/^[A-Z][^.]+\.$/);
});

test('what arms or grants is never judged without leave', () => {
  const moving = new Set(['arm', 'grant', 'extend', 'run']);
  for (const { name, moves, lines } of readTranscripts()) {
    const speaks = lines.some((line) => 'host' in line && moving.has(line.host.kind));
    expect([name, moves]).toEqual([name, speaks]);
  }
  const groups = new Set(['arming', 'grant', 'motion']);
  for (const { name, group, moves } of CHECKS) {
    if (groups.has(group)) expect([name, moves]).toEqual([name, true]);
  }
});

test('a transcript names every field of a message, but of reports', () => {
  for (const { name, lines } of readTranscripts()) {
    for (const line of lines) {
      if ('soon' in line || 'silenceMs' in line) continue;
      const spoken = 'host' in line ? line.host : line.pen;
      const fields = Object.keys(BY_KIND.get(spoken.kind)?.fields ?? {});
      expect([name, Object.keys(spoken).filter((key) => key !== 'kind').sort()])
        .toEqual([name, [...fields].sort()]);
    }
  }
});

test('a frame made by hand is the codec\'s when nothing in it is wrong', () => {
  const header = { session: 0x4c6b3dab, seq: 9, ack: 0 };
  const byHand = rawFrame({ id: 4, session: header.session, seq: header.seq, payload: [8] });
  expect(byHand).toEqual(encodeFrame({ kind: 'read', page: 8 }, header, 0));
});

test('at least a dozen broken pens are there, each for another check or another reason', () => {
  expect(new Set(BROKEN_PENS.map(({ foundBy }) => foundBy)).size).toBeGreaterThan(30);
});
