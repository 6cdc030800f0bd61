/**
 * A story that the walk found: a pen does not answer, its cartridge is not the one of the plan, and
 * a person, or a program in their place, asks to arm again and again. Each time is refused, and the
 * cartridge is looked at again; the questions must not pile up until the host gives up on itself.
 */
import { expect, test } from 'vitest';
import { controlStep } from '../../../../host/core/control/control.ts';
import type { Control } from '../../../../host/core/control/state.ts';
import { PAGE } from '../../../../protocol/from-pen.ts';
import { armWish, asksOf, PAGES, penWith, ready, refusalsOf } from './scene.ts';

const OTHER = { ...PAGES.cartridge, serial: 'C-9' };

const withOther = (): Control => {
  const { control } = ready();
  const { heard } = control;
  return { ...control, heard: heard && { ...heard, pen: penWith({ cartridge: OTHER }) } };
};

const armOften = (control: Control, times: number) => {
  let now = control;
  const asked: number[] = [];
  let refused = 0;
  for (let each = 0; each < times; each += 1) {
    const step = controlStep(now, armWish(), 0);
    now = step.control;
    refused += refusalsOf(step.effects).filter((code) => code === 'cartridge-changed').length;
    asked.push(...asksOf(step.effects).map((ask) => (ask.kind === 'read' ? ask.page : 0)));
  }
  return { control: now, asked, refused };
};

test('S-38 arming again and again with another cartridge asks one question at a time', () => {
  const { asked, refused } = armOften(withOther(), 200);
  expect(refused).toBe(200);
  expect(asked).toEqual([PAGE.cartridge]);
});

test('S-30 once the question was given up or answered, it is asked anew', () => {
  const { control } = armOften(withOther(), 3);
  const ticket = control.cartridgeTicket ?? -1;
  const givenUp = controlStep(control, { kind: 'unanswered', ticket }, 0).control;
  expect(armOften(givenUp, 3).asked).toEqual([PAGE.cartridge]);
  const answered = controlStep(control, { kind: 'answered', ticket, answer: OTHER }, 0).control;
  expect(armOften(answered, 3).asked).toEqual([PAGE.cartridge]);
});
