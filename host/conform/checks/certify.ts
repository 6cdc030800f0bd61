// Checks of the calibration table: taken at the bench only, whole or not at all, of this pen and no
// other, and told back as it was stored. Every table that is sent is the pen's own, or one that it
// has to refuse; a pen that takes one of those is given its own again before it is let go.

import { PAGE } from '../../../protocol/from-pen.ts';
import type { RefusalReason } from '../../../protocol/reason.ts';
import { type CalibrationTable, tableCheck } from '../../../protocol/table.ts';
import type { Certify } from '../../../protocol/to-pen.ts';
import { um } from '../../../protocol/units.ts';
import { type Check, checks } from '../check.ts';
import type { Kit } from '../kit.ts';
import { expect, fail, leaveUnjudged, pause, type Script } from '../order.ts';
import { handMsMax, isHeld } from '../rest.ts';
import { sayAnswer } from '../say.ts';
import { ask, isKind, mustDo, mustRefuse, telemetryThat } from '../talk.ts';
import { enter } from './modes.ts';

/** A pen may take so long to store a table. */
const STORE_MS_MAX = 5_000;
const READ_MS = 100;

const NO_TABLE: CalibrationTable = {
  serial: '', certificateId: '', class: 'none', issuedDay: 0, dueDay: 0, biasLowUm: um(0),
  uncertaintyLowUm: um(0), biasHighUm: um(0), uncertaintyHighUm: um(0), curve: [],
};

/** The table that the pen has now. */
function* ownTable(kit: Kit): Script<CalibrationTable> {
  const answer = yield* ask(kit, { kind: 'read', page: PAGE.table });
  if (isKind(answer, 'table')) {
    const { kind: _kind, request: _request, check: _check, ...table } = answer;
    return table;
  }
  yield* fail('the table page to be told', sayAnswer(answer));
  return NO_TABLE;
}

const asked = (table: CalibrationTable, check = tableCheck(table)): Certify =>
  ({ kind: 'certify', ...table, check });

/** Whether the pen still tells the table that it had. */
function* unchanged(kit: Kit, before: CalibrationTable): Script {
  const now = yield* ownTable(kit);
  const so = tableCheck(now) === tableCheck(before);
  yield* expect(so, 'the table that it had', `one of certificate "${now.certificateId}"`);
}

/** Nothing but the bench writes a table. */
function* notFromTreatment(kit: Kit): Script {
  const before = yield* ownTable(kit);
  yield* mustRefuse(kit, asked(before), 'wrong-mode');
  yield* unchanged(kit, before);
}

function* atBench(kit: Kit): Script {
  const reason = yield* enter(kit, 'calibration');
  yield* expect(reason === 'none', 'JOIN calibration to be done', `refused as ${reason}`);
}

/** A curve that comes to one depth twice. */
const TWICE = [{ atUm: um(500), addUm: um(0) }, { atUm: um(500), addUm: um(10) }] as const;

/** A wrong table is refused for its own reason, and the one before is told as before. */
function* refused(kit: Kit, wrong: (own: CalibrationTable) => Certify, why: RefusalReason): Script {
  yield* atBench(kit);
  const before = yield* ownTable(kit);
  const answer = yield* ask(kit, wrong(before));
  const so = isKind(answer, 'outcome') && answer.outcome === 'refused' && answer.reason === why;
  if (!so) {
    // Whatever it has now, its own has to be in it again.
    yield* ask(kit, asked(before));
    yield* pause(STORE_MS_MAX);
  }
  yield* expect(so, `the table to be refused as ${why}`, sayAnswer(answer));
  yield* unchanged(kit, before);
}

/** Its own table, once more, is taken and told back. */
function* storedAndTold(kit: Kit): Script {
  yield* atBench(kit);
  const own = yield* ownTable(kit);
  yield { kind: 'hand', act: 'let-go' };
  const free = yield* telemetryThat(kit, (told) => !isHeld(told), handMsMax(kit));
  if (free === undefined) yield* leaveUnjudged('hand', 'the trigger was not let go of');
  yield* mustDo(kit, asked(own));
  const untilMs = kit.ear.nowMs() + STORE_MS_MAX;
  while (kit.ear.nowMs() < untilMs) {
    const answer = yield* ask(kit, { kind: 'read', page: PAGE.table });
    if (isKind(answer, 'table') && answer.check === tableCheck(own)) return;
    yield* pause(READ_MS);
  }
  yield* fail(`the table told back within ${STORE_MS_MAX} ms`, 'another one');
}

/** The checks. */
export const CERTIFY_CHECKS: readonly Check[] = checks(
  {
    group: 'modes', section: 'the-calibration-table', moves: false, hand: true, from: 'joined',
    cartridge: 'metrology',
  },
  [
    {
      name: 'certify-is-no-treatment',
      promise: 'S-18',
      hand: false,
      cartridge: 'patient',
      says: 'A calibration table is refused in treatment, and the one before is told as before.',
      script: notFromTreatment,
    },
    {
      name: 'certify-takes-no-foreign-table',
      promise: 'S-17',
      says: 'A table with the serial number of another pen is refused.',
      script: (kit) =>
        refused(kit, (own) => asked({ ...own, serial: 'NOT-THIS-PEN' }), 'foreign-table'),
    },
    {
      name: 'certify-takes-no-damaged-table',
      promise: 'S-17',
      says: 'A table whose check does not fit is refused.',
      script: (kit) =>
        refused(kit, (own) => asked(own, (tableCheck(own) ^ 1) >>> 0), 'damaged-table'),
    },
    {
      name: 'certify-takes-no-bad-curve',
      promise: 'S-17',
      says: 'A table with a curve that no pen may follow is refused.',
      script: (kit) => refused(kit, (own) => asked({ ...own, curve: TWICE }), 'bad-curve'),
    },
    {
      name: 'certify-is-told-back',
      promise: 'S-17',
      says: 'A table that was taken is told back whole within five seconds.',
      script: storedAndTold,
    },
  ],
);
