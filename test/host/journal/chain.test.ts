/** The chain of lines: what a line is, byte for byte, and that no line can be anything else. */
import fs from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { checkLine, firstBroken, genesis, linkNote } from '../../../host/journal/chain.ts';
import { type NoteGiven, noteSchema, refusalReasons } from '../../../host/journal/entry.ts';
import { sha256 } from '../../../host/journal/world.ts';
import { entriesOf, ORDINARY } from '../../support/journal.ts';

const vectorSchema = z.strictObject({
  installationId: z.string(),
  lines: z.array(
    z.strictObject({
      what: z.string(),
      note: noteSchema,
      at: z.string(),
      ms: z.int(),
      synced: z.int(),
      line: z.string(),
    }),
  ),
  bad: z.array(z.strictObject({ what: z.string(), line: z.string(), fault: z.unknown() })),
});

const url = new URL('../../vectors/journal/lines.json', import.meta.url);
const vectors = vectorSchema.parse(JSON.parse(fs.readFileSync(url, 'utf8')));
const start = genesis(vectors.installationId, sha256);

test('every worked example is written byte for byte as it stands, and read back', () => {
  let head = start;
  for (const { what, note, line, ...stamp } of vectors.lines) {
    const linked = linkNote(head, note, stamp, sha256);
    expect(linked.line, what).toBe(line);
    expect(checkLine(line, head, sha256)).toEqual({ ok: true, value: linked.entry });
    head = linked.head;
  }
});

test.each(vectors.bad)('a bad line is refused: $what', ({ line, fault }) => {
  expect(checkLine(line, start, sha256)).toEqual({ ok: false, error: fault });
});

test('S-23 a line with any bit flipped is no line of the chain', () => {
  const head = start;
  const { line } = linkNote(
    head,
    { kind: 'stop', reason: 'pedal', by: 'Ö 1' },
    { at: '2031-03-01T10:00:00.000Z', ms: 5, synced: 0 },
    sha256,
  );
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const bytes = new TextEncoder().encode(line);
  for (let at = 0; at < bytes.length * 8; at += 1) {
    const flipped = bytes.slice();
    flipped[at >> 3] = (flipped[at >> 3] ?? 0) ^ (1 << (at & 7));
    let text = '';
    try {
      text = utf8.decode(flipped);
    } catch {
      continue;
    }
    expect(checkLine(text, head, sha256).ok, `bit ${at}`).toBe(false);
  }
});

test('a line of one installation does not begin the journal of another', () => {
  const first = vectors.lines[0]?.line ?? '';
  expect(checkLine(first, genesis('another', sha256), sha256)).toEqual({
    ok: false,
    error: { code: 'altered', what: 'order' },
  });
});

test('leaving out, doubling or swapping entries breaks the chain at that line', () => {
  const entries = entriesOf(ORDINARY);
  const from = genesis('id-1', sha256);
  expect(firstBroken(entries, from, sha256)).toBeUndefined();
  fc.assert(
    fc.property(fc.nat({ max: entries.length - 2 }), (at) => {
      expect(firstBroken(entries.toSpliced(at, 1), from, sha256)).toBe(at + 1);
      const swapped = [entries[at + 1], entries[at]].flatMap((entry) => entry ?? []);
      expect(firstBroken(entries.toSpliced(at, 2, ...swapped), from, sha256)).toBe(at + 1);
    }),
  );
});

test('refusals of any make become reasons that the journal can keep', () => {
  const refusals = [
    { code: 'too-deep', asked: 900, allowed: undefined, list: [{ rule: 'row' }] },
    { code: 'too-long', why: 'x'.repeat(600) },
  ];
  const note: NoteGiven = { kind: 'refused', what: 'plan', refusals: refusalReasons(refusals) };
  expect(noteSchema.parse(note)).toMatchObject({
    refusals: [
      { code: 'too-deep', facts: { asked: 900, allowed: 'none', list: '[{"rule":"row"}]' } },
      { code: 'too-long', facts: { why: 'x'.repeat(500) } },
    ],
  });
});
