/**
 * The host's end of a link session: handshake, numbers, answers, silence, and STOP.
 */
import { describe, expect, test } from 'vitest';
import { penMs, strokes } from '../../../protocol/units.ts';
import { encodeFrame } from '../../../protocol/frame.ts';
import { AT_REST, PAGES, TELEMETRY, VITALS } from '../core/control/scene.ts';
import {
  createLine,
  greeting,
  HOST_NONCE,
  INTERVIEWED,
  joined,
  kindsOf,
  SESSION,
  WELCOME,
} from './talk.ts';

const DONE = { kind: 'outcome', outcome: 'done', reason: 'none', asked: 0, allowed: 0 } as const;
const READ = { kind: 'read', page: 5 } as const;
const GRANT = {
  kind: 'grant', armingId: 1, holdId: 2, ceiling: strokes(5), notAfterPenMs: penMs(9),
} as const;
const LATCHED = { ...TELEMETRY, phase: 'latched', latch: 'host-stop', signals: AT_REST } as const;

describe('the handshake', () => {
  test('greets, reads six pages, joins, and only then counts as a link', () => {
    const line = greeting();
    line.say(WELCOME);
    for (const page of INTERVIEWED) {
      expect(line.reports).toEqual([]);
      line.answer(page);
    }
    expect(line.reports).toEqual([]);
    line.answer(DONE);
    expect(kindsOf(line.sent)).toEqual([
      'hello', 'read', 'read', 'read', 'read', 'read', 'read', 'join',
    ]);
    expect(line.sent.map(({ header }) => header.seq)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(line.reports).toMatchObject([
      { kind: 'linked', pen: { session: SESSION, schemaMatches: true } },
    ]);
  });

  test('says HELLO again with the same nonce every quarter of a second', () => {
    const line = greeting();
    line.pass(249, false);
    expect(line.sent).toHaveLength(1);
    line.pass(1, false);
    expect(line.sent[1]).toEqual(line.sent[0]);
  });

  test('takes no welcome for another nonce, and none twice', () => {
    const line = greeting();
    line.say({ ...WELCOME, hostNonce: HOST_NONCE + 1 });
    expect(line.session.link.kind).toBe('greeting');
    line.say(WELCOME);
    line.answer(PAGES.identity);
    line.say(WELCOME);
    expect(line.talk().pages).toHaveProperty('identity');
    expect(line.session.drops['unasked-answer']).toBe(2);
  });

  test('S-32 reads a pen of another catalogue, and neither joins nor grants', () => {
    const line = greeting();
    line.say({ ...WELCOME, schemaHash: 1 });
    for (const page of INTERVIEWED) line.answer(page);
    expect(kindsOf(line.sent)).not.toContain('join');
    expect(line.reports).toMatchObject([{ kind: 'linked', pen: { schemaMatches: false } }]);
    line.tell({ kind: 'grant', grant: GRANT });
    expect(kindsOf(line.sent)).not.toContain('grant');
  });

  test('gives up a pen that will not be joined', () => {
    const line = greeting();
    line.say(WELCOME);
    for (const page of INTERVIEWED) line.answer(page);
    line.answer({ ...DONE, outcome: 'refused', reason: 'wrong-mode' });
    expect(line.reports).toEqual([{ kind: 'link-lost', why: 'join-refused' }]);
  });

  test('tells those who counted on a link when a greeting ends it', () => {
    const line = joined();
    line.tell({ kind: 'ask', ticket: 7, message: READ });
    line.tell({ kind: 'greet', hostNonce: 5 });
    expect(line.reports).toEqual([
      { kind: 'unanswered', ticket: 7 }, { kind: 'link-lost', why: 'closed' },
    ]);
    expect(line.session.link).toMatchObject({ kind: 'greeting', hostNonce: 5 });
  });
});

describe('a request', () => {
  test('S-22 without an answer is sent five times, byte for byte, and is then unknown', () => {
    const line = joined();
    line.tell({ kind: 'ask', ticket: 7, message: READ });
    line.pass(299);
    expect(line.sent).toHaveLength(5);
    const bytes = line.sent.map((sent) => encodeFrame(sent.message, sent.header, sent.binding));
    for (const frame of bytes) expect(frame).toEqual(bytes[0]);
    line.pass(1);
    expect(line.reports.filter(({ kind }) => kind !== 'heard')).toEqual([
      { kind: 'unanswered', ticket: 7 }, { kind: 'link-lost', why: 'no-answer' },
    ]);
  });

  test('waits for the one before it, and those that wait are unknown as well', () => {
    const line = joined();
    for (const ticket of [1, 2, 3]) line.tell({ kind: 'ask', ticket, message: READ });
    expect(line.sent).toHaveLength(1);
    line.answer(PAGES.ledger);
    expect(line.reports).toMatchObject([{ kind: 'answered', ticket: 1 }]);
    expect(line.sent).toHaveLength(2);
    line.tell({ kind: 'port-closed' });
    expect(line.reports.slice(1)).toEqual([
      { kind: 'unanswered', ticket: 2 }, { kind: 'unanswered', ticket: 3 },
      { kind: 'link-lost', why: 'closed' },
    ]);
  });

  test('on a link that is not open is not sent, and is unknown at once', () => {
    const line = createLine();
    line.tell({ kind: 'ask', ticket: 7, message: READ });
    expect(line.sent).toEqual([]);
    expect(line.reports).toEqual([{ kind: 'unanswered', ticket: 7 }]);
  });

  test('takes only the answer that names it', () => {
    const line = joined();
    line.tell({ kind: 'ask', ticket: 7, message: READ });
    line.say({ ...PAGES.ledger, request: 3 });
    expect(line.reports).toEqual([]);
    expect(line.session.drops['unasked-answer']).toBe(1);
    line.answer(PAGES.ledger);
    line.answer(PAGES.ledger);
    expect(line.reports).toHaveLength(1);
    expect(line.session.drops['unasked-answer']).toBe(2);
  });

  test('that was not the question of a refusal leaves it to the grant', () => {
    const line = joined();
    line.say({ ...DONE, request: 99, outcome: 'refused', reason: 'stale-hold' });
    expect(line.reports).toEqual([{ kind: 'grant-refused', reason: 'stale-hold' }]);
  });
});

describe('a frame', () => {
  test('S-19 that is old, foreign, early or our own is dropped and counted by its reason', () => {
    const line = joined();
    line.say(TELEMETRY, { seq: 50 });
    line.say(TELEMETRY, { seq: 50 });
    line.say(TELEMETRY, { seq: 49 });
    line.say(TELEMETRY, { seq: 51, session: SESSION + 1 });
    line.tell({ kind: 'frame', message: GRANT, header: { session: SESSION, seq: 52, ack: 0 } });
    const early = greeting();
    early.say(TELEMETRY);
    expect(line.session.drops).toEqual({
      'stale-sequence': 2, 'stale-session': 1, 'own-message': 1, 'unasked-answer': 0,
      'before-greeting': 0,
    });
    expect(early.session.drops['before-greeting']).toBe(1);
    expect(line.reports.filter(({ kind }) => kind === 'heard')).toHaveLength(1);
  });

  test('that answers nothing is still heard: its number is used, and silence begins anew', () => {
    const line = joined();
    line.pass(140, false);
    line.say(PAGES.ledger, { seq: 60 });
    line.pass(140, false);
    expect(line.reports).toEqual([]);
    line.say(PAGES.ledger, { seq: 60 });
    expect(line.session.drops['stale-sequence']).toBe(1);
  });

  test('after a gap says how many were lost', () => {
    const line = joined();
    line.say(TELEMETRY, { seq: 50 });
    line.say(TELEMETRY, { seq: 54 });
    expect(line.reports[1]).toMatchObject({ kind: 'heard', missed: 3 });
    line.say(VITALS);
    expect(line.reports[2]).toEqual({ kind: 'vitals', vitals: VITALS });
  });
});

describe('silence', () => {
  test('S-26 of 150 milliseconds is a lost link, and a new greeting is wanted', () => {
    const line = joined();
    line.pass(149, false);
    expect(line.reports).toEqual([]);
    line.pass(1, false);
    expect(line.reports).toEqual([{ kind: 'link-lost', why: 'silent' }]);
    expect(line.effects.at(-1)).toEqual({ kind: 'draw-nonce' });
  });

  test('is not broken by frames of another link session', () => {
    const line = joined();
    for (let turn = 0; turn < 16; turn += 1) {
      line.pass(10, false);
      line.say(TELEMETRY, { session: 1 });
    }
    expect(line.reports).toEqual([{ kind: 'link-lost', why: 'silent' }]);
  });

  test('after a port was closed draws no nonce: there is nobody to greet', () => {
    const line = joined();
    line.tell({ kind: 'port-closed' });
    expect(line.effects).toEqual([]);
  });

  test('and numbers that come to their end both renew the link', () => {
    const line = joined();
    const talk = line.talk();
    line.session = { ...line.session, link: { kind: 'open', talk: { ...talk, seq: 2 ** 31 } } };
    line.tell({ kind: 'tick' });
    expect(line.reports).toEqual([{ kind: 'link-lost', why: 'sequence-used-up' }]);
  });
});

describe('STOP', () => {
  test('S-33 is sent in every state of the link, urgent and without a number', () => {
    for (const line of [createLine(), greeting(), joined()]) {
      line.tell({ kind: 'stop' });
      expect(line.sent.at(-1)).toMatchObject({
        message: { kind: 'stop' }, urgent: true, header: { seq: 0 }, binding: 0,
      });
    }
  });

  test('S-33 goes out before anything else of the same tick, and every twenty milliseconds', () => {
    const line = joined();
    line.tell({ kind: 'ask', ticket: 7, message: READ });
    line.tell({ kind: 'stop' });
    line.sent.length = 0;
    line.pass(60, false);
    expect(kindsOf(line.sent)).toEqual(['stop', 'stop', 'stop', 'read']);
  });

  test('S-33 is repeated while the pen stands still, until it is latched and withdrawn', () => {
    const line = joined();
    line.tell({ kind: 'stop' });
    line.say(TELEMETRY);
    line.say({ ...LATCHED, signals: 0 });
    line.say({ ...LATCHED, latch: 'none' });
    expect(line.session.stopping).toBe(0);
    line.say(LATCHED);
    expect(line.session.stopping).toBeUndefined();
    line.sent.length = 0;
    line.pass(100);
    expect(kindsOf(line.sent)).toEqual([]);
  });

  test('is not proven by an old latch while a CLEAR is on its way', () => {
    const line = joined();
    line.tell({ kind: 'ask', ticket: 1, message: READ });
    line.tell({ kind: 'ask', ticket: 2, message: { kind: 'clear', reason: 'stall', latchId: 3 } });
    line.tell({ kind: 'stop' });
    line.say(LATCHED);
    expect(line.session.stopping).toBe(0);
    line.answer(PAGES.ledger);
    line.say(LATCHED);
    expect(line.session.stopping).toBe(0);
    line.answer(DONE);
    line.say(LATCHED);
    expect(line.session.stopping).toBeUndefined();
  });

  test('S-33 outlives the link that it was sent on, and is proven on the next one', () => {
    const line = joined();
    line.tell({ kind: 'stop' });
    line.tell({ kind: 'port-closed' });
    line.sent.length = 0;
    line.pass(40, false);
    expect(kindsOf(line.sent)).toEqual(['stop', 'stop']);
    expect(line.session.stopping).toBe(0);
  });

  test('leaves nothing to grant until it is proven', () => {
    const line = joined();
    line.tell({ kind: 'grant', grant: GRANT });
    line.tell({ kind: 'stop' });
    line.tell({ kind: 'grant', grant: GRANT });
    expect(kindsOf(line.sent)).toEqual(['grant', 'stop']);
    line.say(LATCHED);
    line.tell({ kind: 'grant', grant: GRANT });
    expect(kindsOf(line.sent)).toEqual(['grant', 'stop', 'grant']);
  });
});

describe('a grant', () => {
  test('is numbered, names the telemetry that it rests on, and is never repeated', () => {
    const line = joined();
    line.say(TELEMETRY, { seq: 50 });
    line.tell({ kind: 'grant', grant: GRANT });
    line.pass(400);
    const grants = line.sent.filter(({ message }) => message.kind === 'grant');
    expect(grants).toHaveLength(1);
    expect(grants[0]?.header).toEqual({ session: SESSION, seq: 8, ack: 50 });
  });
});
