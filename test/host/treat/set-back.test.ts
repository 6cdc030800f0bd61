/** A wall clock that was set back makes nothing old that is new. */
import { expect, test } from 'vitest';
import { formatDay } from '../../../host/core/day.ts';
import { factsOf } from '../../../host/treat/prepare.ts';
import { wishFor } from '../../world/parts.ts';
import { entriesOf, ORDINARY } from '../../support/journal.ts';

test('S-28 today is never earlier than the newest day that the journal has seen', () => {
  const wish = wishFor();
  expect(formatDay(factsOf(wish, undefined, []).today)).toBe('2026-11-20');
  expect(formatDay(factsOf(wish, undefined, entriesOf(ORDINARY)).today)).toBe('2031-03-01');
});
