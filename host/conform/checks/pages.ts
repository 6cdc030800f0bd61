// Checks of the pages: whole, believable, and the same whenever they are read.

import { contradictionsOf } from '../../core/pen-description.ts';
import { describePen } from '../../core/describe-pen.ts';
import { CLOCK_DRIFT_PERCENT, RETRACT_MS_MAX } from '../../../protocol/timing.ts';
import { type Check, checks } from '../check.ts';
import type { Kit } from '../kit.ts';
import { expect, pause, type Script } from '../order.ts';
import { ask, isKind, mustRefuse, type PageName, read, readRow } from '../talk.ts';
import { sayAnswer } from '../say.ts';

const PAGES: readonly PageName[] = [
  'identity',
  'capabilities',
  'calibration',
  'cartridge',
  'ledger',
  'latch',
  'counters',
  'clock',
];

function* wholePages(kit: Kit): Script {
  for (const page of PAGES) yield* read(kit, page);
  const row = yield* readRow(kit, 4);
  const empty = row.loaded === 0 && row.depthUmMax === 0 && row.creditMax === 0;
  yield* expect(empty, 'an envelope row that is empty in a new session', JSON.stringify(row));
}

function* noOtherPages(kit: Kit): Script {
  for (const page of [0, 100, 127, 128, 255]) {
    yield* mustRefuse(kit, { kind: 'read', page }, 'no-such-page');
  }
}

function* noContradiction(kit: Kit): Script {
  const doubts = contradictionsOf(describePen(kit.pages()));
  yield* expect(doubts.length === 0, 'figures that can all be true', `not ${doubts.join(', ')}`);
}

const isTidy = (text: string): boolean => text !== '' && text.trim() === text;

function* identity(kit: Kit): Script {
  const { model, serial, firmware } = yield* read(kit, 'identity');
  for (const [name, text] of Object.entries({ model, serial, firmware })) {
    yield* expect(isTidy(text), `a ${name} of printable characters`, `"${text}"`);
  }
  kit.note(`${model} ${serial}, firmware ${firmware}`);
}

function* declared(kit: Kit): Script {
  const { brakeMsMax, retractMsMax, rateCentiHzMax } = kit.pages().capabilities;
  const retracts = retractMsMax > 0 && retractMsMax <= RETRACT_MS_MAX;
  yield* expect(retracts, `retractMsMax from 1 to ${RETRACT_MS_MAX}`, `${retractMsMax}`);
  yield* expect(brakeMsMax > 0, 'brakeMsMax above 0', `${brakeMsMax}`);
  const { cartridge } = kit.pages();
  const rateHz = (rateCentiHzMax / 100).toFixed(1);
  kit.note(`to ${rateHz} Hz, ${cartridge.needleCount} needles, brakes in ${brakeMsMax} ms`);
}

function* certificate(kit: Kit): Script {
  const page = yield* read(kit, 'calibration');
  if (page.class === 'none') return;
  const named = isTidy(page.certificateId) && page.dueDay >= page.issuedDay;
  const came = `"${page.certificateId}", day ${page.issuedDay} to ${page.dueDay}`;
  yield* expect(named, 'a certificate with a number and an end after its beginning', came);
}

function* ledger(kit: Kit): Script {
  const page = yield* read(kit, 'ledger');
  const { strokes, counted, reserved, bootId, bootCount } = page;
  yield* expect(reserved >= strokes, `a stored mark of ${strokes} or more`, `${reserved}`);
  yield* expect(strokes >= counted, `a counter of ${counted} or more`, `${strokes}`);
  yield* expect(bootId === kit.line.bootId, 'the boot id of WELCOME', `${bootId}`);
  yield* expect(bootCount >= 1, 'at least one boot', `${bootCount}`);
  kit.note(`${strokes} strokes, ${counted} counted, mark ${reserved}`);
}

const CLOCK_MS = 1_000;
const SLACK_MS = 40;

function* clock(kit: Kit): Script {
  const first = yield* read(kit, 'clock');
  const fromMs = kit.ear.nowMs();
  yield* pause(CLOCK_MS);
  const second = yield* read(kit, 'clock');
  const hostMs = Math.round(kit.ear.nowMs() - fromMs);
  const penMs = second.penMs - first.penMs;
  const offMs = Math.abs(penMs - hostMs);
  const allowedMs = SLACK_MS + (hostMs * CLOCK_DRIFT_PERCENT) / 100;
  const so = offMs <= allowedMs;
  yield* expect(so, `${hostMs} ms to take ${hostMs} ms, within 2 % and the wire`, `${penMs} ms`);
  kit.note(`${penMs} ms by the pen in ${hostMs} ms`);
}

function* unchanged(kit: Kit): Script {
  const stable: readonly PageName[] = ['identity', 'capabilities', 'calibration', 'latch'];
  for (const page of stable) {
    const first = yield* read(kit, page);
    const second = yield* read(kit, page);
    const plain = (told: object): string => JSON.stringify({ ...told, request: 0 });
    const same = plain(first) === plain(second);
    yield* expect(same, `page ${page} to read the same twice`, 'another one');
  }
  const latch = yield* ask(kit, { kind: 'read', page: 6 });
  yield* expect(isKind(latch, 'latch'), 'the latch page', sayAnswer(latch));
}

/** The checks. */
export const PAGES_CHECKS: readonly Check[] = checks(
  { group: 'pages', section: 'pages', moves: false, hand: false, from: 'greeted' },
  [
    {
      name: 'pages-are-whole',
      promise: 'S-32',
      says: 'Every page answers as itself, with no envelope row in a new session.',
      script: wholePages,
    },
    {
      name: 'refuses-other-pages',
      promise: 'S-38',
      says: 'A page that there is not is refused as no-such-page.',
      script: noOtherPages,
    },
    {
      name: 'capabilities-are-consistent',
      promise: 'S-38',
      section: 'conformance',
      says: 'What the pen says it can do does not contradict itself.',
      script: noContradiction,
    },
    {
      name: 'declares-how-it-stops',
      promise: 'S-13',
      section: 'conformance',
      says: 'The pen declares how long it brakes and withdraws, at most 120 ms for the needles.',
      script: declared,
    },
    {
      name: 'identity-is-whole',
      promise: 'S-38',
      says: 'Model, serial number and firmware are printable and not empty.',
      script: identity,
    },
    {
      name: 'certificate-is-whole',
      promise: 'S-31',
      says: 'A pen that was calibrated names its certificate and until when it holds.',
      script: certificate,
    },
    {
      name: 'ledger-adds-up',
      promise: 'S-25',
      section: 'ledger-and-resets',
      says: 'The counter is never below the encoder\'s count, and the stored mark never below it.',
      script: ledger,
    },
    {
      name: 'clock-keeps-time',
      promise: 'S-27',
      section: 'clocks',
      says: 'The pen\'s clock is off by 2 per cent at the most.',
      script: clock,
    },
    {
      name: 'reading-changes-nothing',
      promise: 'S-19',
      says: 'A page reads the same twice.',
      script: unchanged,
    },
  ],
);
