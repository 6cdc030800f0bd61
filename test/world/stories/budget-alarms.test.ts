/**
 * A person hears before an area's strokes come to their end, and when they have.
 */
import { expect, test } from 'vitest';
import { expectInnocent, finish, lines, stage } from '../stage.ts';

test('every area tells at four fifths of its strokes, and again when they are spent', () => {
  const scene = stage();
  finish(scene);
  const said = lines(scene.world, 'alarm').filter(({ alarm }) => alarm.startsWith('budget-'));
  const raised = said.filter(({ on }) => on).map(({ alarm }) => alarm);
  const each = ['budget-nearly-spent', 'budget-spent'];
  expect(raised).toEqual([...each, ...each, ...each, ...each]);
  const put = said.filter(({ on, alarm }) => !on && alarm === 'budget-spent');
  expect(put).toHaveLength(3);
  expectInnocent(scene);
});
