/**
 * What a link rests on before it counts as made: the very pages, asked for one by one by their own
 * numbers, and an answer of each of them.
 */
import { expect, test } from 'vitest';
import { PAGE } from '../../../protocol/from-pen.ts';
import { greeting, INTERVIEWED, WELCOME } from './talk.ts';

test('S-25 ledger and latch are asked for by their own pages before a link counts as made', () => {
  const line = greeting();
  line.say(WELCOME);
  for (const page of INTERVIEWED) line.answer(page);
  const asked = line.sent.flatMap(({ message }) => (message.kind === 'read' ? message.page : []));
  expect(asked).toEqual([
    PAGE.identity, PAGE.capabilities, PAGE.calibration, PAGE.cartridge, PAGE.ledger, PAGE.latch,
  ]);
  expect(line.reports).toEqual([]);
});
