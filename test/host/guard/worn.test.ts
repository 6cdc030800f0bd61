/**
 * A pen that was shaken, or used in as many treatments as its certificate holds for, before the
 * guard: it reads that out of the lines by itself, whatever admission made of them.
 */
import { expect, test } from 'vitest';
import type { Line } from '../../../host/guard/reserved.ts';
import type { NoteGiven } from '../../../host/journal/index.ts';
import { um } from '../../../protocol/units.ts';
import { PEN_P, planned } from '../../support/limit-world.ts';
import {
  armed, entriesOf, linked, opened, reservation, settled, train,
} from '../../support/journal.ts';
import type { LatchReason } from '../../../protocol/reason.ts';
import { AT_REST, PRESSED } from '../core/control/scene.ts';
import { armedRig, createRig, row, wishFor } from './rig.ts';

const { serial, calibration: { certificateId } } = PEN_P;
const DEEP = planned({ depthUm: um(700), reason: 'Wanted.' });

const linesOf = (notes: readonly NoteGiven[]): readonly Line[] =>
  entriesOf(notes).map((entry): Line => ({ ...entry, at: '2020-01-02T00:00:00.000Z' }));
const linkedAs = (pen: string, carries: string): NoteGiven =>
  ({ ...linked, serial: pen, calibration: { ...linked.calibration, certificateId: carries } });
const latched = (reason: string, pen?: string): NoteGiven => ({
  kind: 'latched', reason, latchId: 3, atPenMs: 9_000,
  ...(pen === undefined ? {} : { penSerial: pen }),
});
const treated = (index: number, made = 5): readonly NoteGiven[] => {
  const treatmentId = `t-${index}`;
  const armingId = index + 1;
  const of = { treatmentId, penSerial: serial, certificateId, armingId, person: 'another' };
  return [
    { ...opened, treatmentId }, { ...reservation, ...of }, armed(armingId),
    train(armingId, 0, made), settled(armingId, made),
  ];
};
const many = (count: number): readonly NoteGiven[] =>
  Array.from({ length: count }, (_, index) => treated(index)).flat();

/** What the guard says to the deepest row that a pen in order may have, and to the recommended. */
function judged(notes: readonly NoteGiven[]): readonly (string | undefined)[] {
  const ask = (depthUm: number): string | undefined =>
    createRig({ wish: wishFor(DEEP), lines: linesOf(notes) })
      .send(row({ depthUmMax: um(depthUm), passStrokesMax: row().passStrokesMax }))?.rule;
  return [ask(600), ask(450)];
}

const HERE = linkedAs(serial, certificateId);
const FREE = [undefined, undefined];
const DERATED = ['depth', undefined];

test('S-31 S-37 a pen in order goes as deep as its plan', () => {
  expect(judged([HERE])).toEqual(FREE);
});

test('S-31 S-37 a pen that was shaken goes no deeper than recommended, by the lines alone', () => {
  expect(judged([HERE, latched('stall')])).toEqual(DERATED);
  expect(judged([HERE, latched('too-deep', serial)])).toEqual(DERATED);
  expect(judged([HERE, latched('host-stop', serial)])).toEqual(FREE);
});

test('S-31 S-37 a shake belongs to the pen that was shaken, under the certificate it had', () => {
  expect(judged([HERE, latched('stall', 'P-OTHER')])).toEqual(FREE);
  const other = linkedAs('P-OTHER', 'C-7');
  expect(judged([HERE, other, latched('stall', serial)])).toEqual(DERATED);
  expect(judged([HERE, other, latched('stall')])).toEqual(FREE);
  expect(judged([linkedAs(serial, 'C-OLD'), latched('stall'), HERE])).toEqual(FREE);
});

test('S-31 S-37 after two hundred treatments a pen goes no deeper than recommended', () => {
  // The last one that was opened is the one under way, and counts for nothing.
  expect(judged([HERE, ...many(200)])).toEqual(FREE);
  expect(judged([HERE, ...many(201)])).toEqual(DERATED);
  expect(judged([HERE, ...many(200), ...treated(200, 0), ...treated(201)])).toEqual(DERATED);
});

/** What it says to both rows after the pen told something in the middle of the treatment. */
function judgedAfter(tell: (rig: ReturnType<typeof createRig>) => void) {
  const rig = createRig({ wish: wishFor(DEEP), lines: linesOf([HERE]) });
  tell(rig);
  const ask = (depthUm: number): string | undefined =>
    rig.send(row({ depthUmMax: um(depthUm), passStrokesMax: row().passStrokesMax }))?.rule;
  return [ask(600), ask(450)];
}

test('S-47 S-37 a pen that latches so in the treatment goes no deeper after it is cleared', () => {
  const latchedAs = (latch: LatchReason) => judgedAfter((rig) => {
    rig.tell({ phase: 'latched', latch });
    rig.tell({ phase: 'idle', latch: 'none' });
  });
  expect(latchedAs('stall')).toEqual(DERATED);
  expect(latchedAs('too-deep')).toEqual(DERATED);
  expect(latchedAs('host-stop')).toEqual(FREE);
});

test('S-47 S-37 nor one whose stroke the guard itself saw too deep', () => {
  const offUm = Math.max(50, PEN_P.calibration.uncertaintyHighUm);
  const strokeAt = (depthUm: number) => {
    const wish = wishFor(DEEP);
    const rig = armedRig({ wish, lines: linesOf([HERE]) }, { depthUm: um(600) });
    rig.tell({ phase: 'running', signals: PRESSED, depthUm: um(depthUm) });
    rig.tell({ phase: 'idle', signals: AT_REST, depthUm: undefined });
    return rig.send(row({ depthUmMax: um(600) }))?.rule;
  };
  expect(strokeAt(600 + offUm)).toBeUndefined();
  expect(strokeAt(601 + offUm)).toBe('depth');
});

test('S-47 S-37 nor one of which a line says that it was shaken or dropped', () => {
  const said = (certificate: string): NoteGiven => ({
    kind: 'pen-shaken', serial, certificateId: certificate, by: 'dropped',
    told: { by: 'M. Sato', why: 'It fell off the tray.' },
  });
  expect(judged([HERE, said(certificateId)])).toEqual(DERATED);
  expect(judged([HERE, said('C-OLD')])).toEqual(FREE);
});
