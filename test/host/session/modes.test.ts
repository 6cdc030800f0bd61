/** The modes of a link session: one for its whole life, and grants in one of them only. */
import { expect, test } from 'vitest';
import { penMs, strokes } from '../../../protocol/units.ts';
import { greeting, HOST_NONCE, INTERVIEWED, joined, kindsOf, WELCOME } from './talk.ts';

const GRANT = {
  kind: 'grant', armingId: 1, holdId: 2, ceiling: strokes(5), notAfterPenMs: penMs(9),
} as const;

test.each(['treatment', 'calibration', 'service'] as const)(
  'a session for %s joins in that mode, and again in no other when it greets anew',
  (mode) => {
    const line = greeting(mode);
    line.say(WELCOME);
    for (const page of INTERVIEWED) line.answer(page);
    expect(line.sent.at(-1)?.message).toEqual({ kind: 'join', mode });
    line.tell({ kind: 'greet', hostNonce: HOST_NONCE });
    expect(line.session.mode).toBe(mode);
  },
);

test('who only looks reads six pages, joins in no mode, and has a pen to show', () => {
  const line = greeting('look');
  line.say(WELCOME);
  for (const page of INTERVIEWED) line.answer(page);
  expect(kindsOf(line.sent)).not.toContain('join');
  expect(line.reports).toMatchObject([{ kind: 'linked' }]);
  line.pass(1_000, false);
  expect(line.session.link.kind).toBe('open');
});

test('S-18 a session for calibration or service sends no grant, whoever asks for one', () => {
  for (const [mode, sent] of [['treatment', 1], ['calibration', 0], ['service', 0]] as const) {
    const line = joined(mode);
    line.tell({ kind: 'grant', grant: GRANT });
    expect(line.sent).toHaveLength(sent);
  }
});
