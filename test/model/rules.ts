/**
 * How each field of a host, a pen, a frame, a journal and the judge is read: as a number that only
 * ever meets its like, as an age that says no more once it is over its last threshold, or not at
 * all, because nothing in this world rests on it. What has no row here is read as it stands.
 */
import type { Rule, Rules, Space } from './shape.ts';

const SKIP: Rule = { kind: 'skip' };
const KEPT: Rule = { kind: 'kept' };
const number = (space: Space): Rule => ({ kind: 'number', space });
const cap = (at: number): Rule => ({ kind: 'cap', at });

const each = (rule: Rule, names: string): [string, Rule][] =>
  names.split(' ').map((name) => [name, rule]);

/** Counted, noted or shown, and never decided by. */
const UNREAD = 'ack counted fromCounted encoder encoderStrokes reserved usedStrokes bootCount '
  + 'atPenMs counters drops alarms cause by why unknownStrokes rateWarnMs asked allowed '
  + 'latch.strokes latch.bootId latch!.strokes latch!.bootId welcome.penMs welcome!.penMs '
  + 'clock!.penMs nonceSeed schemaHash';

/** The same throughout the walk. */
const CONSTANT = 'treatment make calibrated pairing cartridge host.pen';

/** Times and amounts whose limits lie so far away that no walk comes near them. */
const FAR = 'contactMs stillMs peakUm heldMs sampleAgeMs needleOnMs punctures';

/** Read where it is told, and as fresh as the telemetry beside it. */
const BESIDE = 'vitalsAgeMs vitalsInMs';

const COMMON: readonly (readonly [string, Rule])[] = [
  ...each(SKIP, UNREAD),
  ...each(SKIP, CONSTANT),
  ...each(SKIP, FAR),
  ...each(SKIP, BESIDE),
  ['vitals', { kind: 'defined' }],
  ...each({ kind: 'session' }, 'talk.session header.session link.session'),
  ['penNonce', { kind: 'pen-nonce' }],
  ['hostNonce', number('nonce')],
  ['greetings', number('greeting')],
  ...each(number('strokes'), 'ceiling passCeiling granted meteredStrokes fromStrokes mark '
    + 'storedMark explainedStrokes ceilingStrokes toStrokes ledgerStrokes known readsTruly '
    + 'telemetry.strokes telemetry!.strokes ledger!.strokes ledger.strokes'),
  ...each(number('pen-ms'), 'telemetry!.penMs'),
  ['notAfterPenMs', number('until')],
  ['clock.offsetMs', number('offset')],
  ...each(number('arming'), 'armingId lastArmingId token arming.id armed.id'),
  ...each(number('hold'), 'holdId spentHoldId hold.id'),
  ['latchId', number('latch')],
  ...each(number('ticket'), 'ticket cartridgeTicket'),
  ...each(number('request'), 'request requestSeq header.seq'),
  ...each(number('grant'), 'grantSeq permit.seq'),
  ['heardSeq', number('heard')],
  ...each(number('store'), 'storeId queue.id'),
  ...each(KEPT, 'drive task judged room seen'),
  ['pages', { kind: 'keys' }],
  ['heard.pen', { kind: 'only', fields: ['bootId'] }],
  ['heard.ledger', { kind: 'only', fields: ['strokes'] }],
  ['stopAgesMs', { kind: 'length', at: 3 }],
  ['watch.frozenMs', cap(60)],
  ['watch.rateOffMs', cap(110)],
  ['watch.shallowMs', cap(510)],
  ['watch.unaskedMs', cap(30)],
  ['watch.outMs', cap(130)],
  ['train.sinceGrantMs', cap(260)],
  ['train.ageMs', cap(210)],
  ['phase.sinceMs', cap(660)],
  ['telemetryAgeMs', cap(50)],
  ['telemetry.penMs', SKIP],
  ['sinceHelloMs', cap(250)],
  ['ages.doingMs', cap(200)],
  ['ages.edgeMs', cap(200)],
  ['ages.edgeBeforeMs', cap(200)],
  ['ages.storeMs', cap(110)],
  ['ages.outMs', cap(130)],
];

const rules = (...own: readonly (readonly [string, Rule])[]): Rules => new Map([...COMMON, ...own]);

/** The rules for each kind of part of the world. */
export const RULES = {
  host: rules(),
  pen: rules(
    ['ages.penMs', number('pen-now')],
    ['ledger.strokes', number('strokes-now')],
  ),
  'to-pen': rules(),
  'grant-to-pen': rules(['header.seq', number('grant')]),
  'to-host': rules(['header.seq', number('heard')]),
  journal: rules(['retracted', SKIP], ['closed', SKIP]),
  judge: rules(),
} as const satisfies Record<string, Rules>;

/** A part of the world. */
export type PartKind = keyof typeof RULES;
