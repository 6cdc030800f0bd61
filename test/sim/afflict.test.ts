// Faults by word of mouth: a panel gives a living pen a fault, and it begins at once.
import { expect, test } from 'vitest';
import { controlledHand } from '../../sim/control.ts';
import { FAULT_KINDS, readFault } from '../../sim/fault-words.ts';
import { nobody } from '../../sim/hands.ts';
import { penModel } from '../../sim/models/index.ts';
import { createPen } from '../../sim/pen.ts';
import { HANDS_OFF } from '../../sim/plant/index.ts';
import { whatCanBe } from '../../sim/what-can-be.ts';

const bench = {
  places: {}, advance: () => undefined, unplug: () => false, close: () => Promise.resolve(),
};

function penWithWords() {
  const pen = createPen({ model: penModel('meridian-p', 2_000), cartridge: undefined, seed: 7 });
  const { obey, hand } = controlledHand(pen, bench, nobody, 7);
  return { pen, obey, hand };
}

test('every kind of fault is offered once, in words that the simulator reads', () => {
  const { faults } = whatCanBe();
  const kinds = faults.map((fault) => /^[a-z-]+/.exec(fault)?.[0]);
  expect(kinds).toEqual([...FAULT_KINDS]);
  const unread = faults.filter((fault) => {
    const [kind = '', ...figures] = fault.split(',');
    return !readFault([`${kind}@0`, ...figures].join(',')).ok;
  });
  expect(unread).toEqual([]);
});

test('a fault that a living pen is given begins at once and ends when it is over', () => {
  const { pen, obey } = penWithWords();
  pen.advance(100, HANDS_OFF);
  expect(obey('fault stuck-trigger+50,reads=1')).toBeUndefined();
  pen.advance(2, HANDS_OFF);
  expect(pen.plant.faulty).toBe(true);
  pen.advance(100, HANDS_OFF);
  expect(pen.plant.faulty).toBe(false);
});

test('a pen that is given a brown-out is without its firmware, and comes back', () => {
  const { pen, obey } = penWithWords();
  pen.advance(100, HANDS_OFF);
  expect(obey('fault brown-out,ms=30')).toBeUndefined();
  pen.advance(2, HANDS_OFF);
  expect(pen.alive()).toBe(false);
  pen.advance(500, HANDS_OFF);
  expect(pen.alive()).toBe(true);
});

test('what is no fault of a pen is said and changes nothing', () => {
  const { pen, obey } = penWithWords();
  expect(obey('fault flat-tyre')).toMatch(/is no fault/);
  expect(obey('fault overspeed')).toMatch(/needs permille/);
  pen.advance(10, HANDS_OFF);
  expect(pen.plant.faulty).toBe(false);
});

test('a pen on the table has nobody at its trigger, until the operator takes it again', () => {
  const { obey, hand } = penWithWords();
  expect(obey('press')).toBeUndefined();
  expect(hand(1).trigger).toBe(true);
  expect(obey('nobody')).toBeUndefined();
  expect(hand(1).trigger).toBe(false);
});
