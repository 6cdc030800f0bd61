// What a made or lost link means for a treatment. Nothing resumes by itself: an arming that was
// open when the link went is stopped, proven and settled by the ledger before anything else, and a
// pen that is latched stays so until a person clears it.

import type { NoteGiven } from '../../journal/entry.ts';
import type { LinkedPen, LostWhy } from '../../link/session-state.ts';
import { MOMENTARY } from '../alarm.ts';
import { NO_DOUBTS } from '../watch.ts';
import { interrupted, openArming } from './open-arming.ts';
import { alarmed, also, enter, note, refuseWith, type Step } from './parts.ts';
import { settleAtWorst } from './settling.ts';
import type { Arming, Control, Heard } from './state.ts';
import { stopPen } from './stopping.ts';

/** A whole handshake was made. */
export function linked(control: Control, pen: LinkedPen): Step {
  const open = openArming(control.phase);
  const isOwn = pen.pages.identity.serial === control.treatment.penSerial;
  return open !== undefined && !isOwn
    ? strange(control, open, pen)
    : made(control, pen, open, isOwn);
}

/** Another pen says nothing about an open arming: the treatment goes on waiting for its own. */
function strange(control: Control, open: Arming, pen: LinkedPen): Step {
  const found = pen.pages.identity.serial;
  const why = { code: 'pen-changed', expected: control.treatment.penSerial, found } as const;
  const refused = refuseWith(control, 'link', [why]);
  const waiting = enter(control, { kind: 'unlinked', open }, [note(linkedNote(pen))]);
  return also(waiting, refused.effects);
}

function made(
  control: Control,
  pen: LinkedPen,
  open: Arming | undefined,
  isOwn: boolean,
): Step {
  const heard: Heard = {
    pen,
    ledger: pen.pages.ledger,
    telemetry: undefined,
    telemetryAgeMs: 0,
    roundTripMs: undefined,
    vitals: undefined,
    vitalsAgeMs: 0,
  };
  const before = control.heard !== undefined;
  // What the pen read when it was first linked was held against the journal; nothing since was.
  const first = isOwn ? pen.pages.ledger.strokes : undefined;
  const explainedStrokes = control.explainedStrokes ?? first;
  const known: Control = { ...control, heard, watch: NO_DOUBTS, explainedStrokes };
  const { serial } = pen.pages.identity;
  const lines = [
    note(linkedNote(pen)),
    ...(before ? [note({ kind: 'link-restored', serial, bootId: pen.bootId })] : []),
  ];
  // S-21: an arming that was open when the link went is stopped and settled, never gone on with.
  const next = open === undefined ? atRest(known, pen) : stopAfterLoss(known, open);
  const step = { control: next.control, effects: [...lines, ...next.effects] };
  return alarmed(step, [], ['link-lost']);
}

const stopAfterLoss = (control: Control, open: Arming): Step =>
  stopPen({ ...control, phase: { kind: 'unlinked', open } }, { kind: 'host', why: 'link-lost' });

function atRest(control: Control, pen: LinkedPen): Step {
  const { reason, latchId, atPenMs } = pen.pages.latch;
  if (reason === 'none') return enter(control, { kind: 'ready' });
  const latch = { reason, latchId };
  return enter(control, { kind: 'latched', latch, cause: { kind: 'pen', reason } }, [
    note({ kind: 'latched', penSerial: pen.pages.identity.serial, reason, latchId, atPenMs }),
  ]);
}

function linkedNote({ pages, bootId }: LinkedPen): NoteGiven {
  const { identity, ledger, calibration, cartridge } = pages;
  return {
    kind: 'pen-linked',
    serial: identity.serial,
    model: identity.model,
    firmware: identity.firmware,
    bootId,
    strokes: ledger.strokes,
    counted: ledger.counted,
    reserved: ledger.reserved,
    closed: ledger.closed === 1,
    calibration: certificateOf(calibration),
    ...(cartridge.present === 1 && cartridge.type !== 'unknown' && cartridge.needleCount > 0
      ? { cartridge: { ...chipOf(cartridge), kind: cartridge.type } }
      : {}),
  };
}

type PageOf<Kind extends keyof LinkedPen['pages']> = LinkedPen['pages'][Kind];

const certificateOf = (page: PageOf<'calibration'>) => ({
  certificateId: page.certificateId,
  class: page.class,
  issuedDay: page.issuedDay,
  dueDay: page.dueDay,
  biasLowUm: page.biasLowUm,
  uncertaintyLowUm: page.uncertaintyLowUm,
  biasHighUm: page.biasHighUm,
  uncertaintyHighUm: page.uncertaintyHighUm,
});

const chipOf = (page: PageOf<'cartridge'>) => ({
  modelCode: page.modelCode,
  needleCount: page.needleCount,
  needleLengthUm: page.needleLengthUm,
  headAreaMm2: page.headAreaMm2,
  lot: page.lot,
  serial: page.serial,
  expiryDay: page.expiryDay,
  usedStrokes: page.usedStrokes,
});

/** The link is gone. An open arming stays open: nobody knows what came of it. */
export function linkLost(control: Control, why: LostWhy): Step {
  const serial = control.heard?.pen.pages.identity.serial ?? '';
  const step = enter(control, { kind: 'unlinked', open: openArming(control.phase) }, [
    ...interrupted(control.phase),
    note({ kind: 'link-lost', serial, why }),
  ]);
  return alarmed(step, ['link-lost'], MOMENTARY);
}

/** Ends a treatment; an arming whose pen is out of reach is written down at its worst. */
export function finish(
  control: Control,
  outcome: 'completed' | 'stopped' | 'abandoned',
  by: string,
): Step {
  const open = openArming(control.phase);
  const { treatmentId } = control.treatment;
  const closed = note({ kind: 'treatment-closed', treatmentId, outcome, by });
  if (open === undefined) return enter(control, { kind: 'finished', outcome }, [closed]);
  const worst = settleAtWorst(control, open);
  return also(enter(worst.control, { kind: 'finished', outcome }), [...worst.effects, closed]);
}
