/**
 * A person hears before an area's strokes come to their end; an end as planned calls nobody.
 */
import { expect, test } from 'vitest';
import { expectInnocent, finish, lines, stage } from '../stage.ts';

test('every area tells at four fifths of its strokes, and ends as planned without a call', () => {
  const scene = stage();
  finish(scene);
  const said = lines(scene.world, 'alarm').filter(({ alarm }) => alarm.startsWith('budget-'));
  const raised = said.filter(({ on }) => on).map(({ alarm }) => alarm);
  expect(raised).toEqual(Array.from({ length: 4 }, () => 'budget-nearly-spent'));
  expectInnocent(scene);
});
