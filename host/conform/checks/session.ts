// Checks of the link session: the handshake, what belongs to it, and its numbers.

import { PAGE } from '../../../protocol/from-pen.ts';
import { SCHEMA_HASH } from '../../../protocol/catalogue.ts';
import { encodeFrame } from '../../../protocol/frame.ts';
import { type Check, checks } from '../check.ts';
import { counted } from '../counting.ts';
import type { Kit } from '../kit.ts';
import { expect, pause, type Script } from '../order.ts';
import { sayAnswer } from '../say.ts';
import {
  answersTo,
  ask,
  greet,
  hello,
  join,
  mustRefuse,
  numbered,
  read,
  sendAs,
  write,
} from '../talk.ts';
import { rowFor } from '../arm.ts';

const GREETINGS = 8;
const QUIET_MS = 80;
const hex = (value: number): string => `0x${value.toString(16).padStart(8, '0')}`;

function* freshNonces(kit: Kit): Script {
  const nonces = new Set<number>();
  const boots = new Set<number>();
  for (let index = 0; index < GREETINGS; index += 1) {
    const { penNonce, bootId } = yield* greet(kit);
    nonces.add(penNonce);
    boots.add(bootId);
  }
  yield* expect(nonces.size === GREETINGS, `${GREETINGS} nonces, each new`, `${nonces.size}`);
  yield* expect(boots.size === 1, 'one boot id throughout', `${boots.size}`);
}

function* sameWelcome(kit: Kit): Script {
  const nonce = kit.draw();
  const first = yield* hello(kit, nonce);
  yield* pause(QUIET_MS);
  const second = yield* hello(kit, nonce);
  yield* expect(first !== undefined && second !== undefined, 'two WELCOMEs', 'silence');
  const same = JSON.stringify(first) === JSON.stringify(second);
  yield* expect(same, 'the same WELCOME again', JSON.stringify(second));
}

function* staleSession(kit: Kit): Script {
  const old = kit.line.session;
  yield* greet(kit);
  yield* counted(kit, 'staleSession', 2, function* act() {
    const before = kit.ear.frames().length;
    for (const session of [old, kit.draw()]) {
      const message = { kind: 'read', page: PAGE.clock } as const;
      yield* write(encodeFrame(message, { session, seq: 900, ack: 0 }, 0));
      yield* pause(QUIET_MS);
    }
    const came = kit.ear.frames().length - before;
    yield* expect(came === 0, 'no answer to a session that is over', `${came} frames`);
  });
}

function* repetition(kit: Kit): Script {
  const { bytes, seq } = numbered(kit, { kind: 'read', page: PAGE.clock });
  yield* write(bytes);
  yield* pause(QUIET_MS);
  yield* write(bytes);
  yield* pause(QUIET_MS);
  const answers = answersTo(kit, seq).map(({ message }) => message);
  yield* expect(answers.length === 2, 'two answers to a request that came twice',
    `${answers.length}`);
  const same = JSON.stringify(answers[0]) === JSON.stringify(answers[1]);
  const words = 'the same answer, not a new one';
  yield* expect(same, words, `${JSON.stringify(answers[0])}, then ${JSON.stringify(answers[1])}`);
}

function* lowerNumber(kit: Kit): Script {
  yield* read(kit, 'clock');
  yield* read(kit, 'clock');
  const low = kit.line.seq - 1;
  yield* counted(kit, 'duplicate', 1, function* act() {
    const before = answersTo(kit, low).length;
    yield* sendAs(kit, { kind: 'read', page: PAGE.identity }, low);
    yield* pause(QUIET_MS);
    const came = answersTo(kit, low).length - before;
    yield* expect(came === 0, 'no answer to a number that is lower', `${came} answers`);
  });
}

function* silentBefore(kit: Kit): Script {
  const before = kit.ear.frames().length;
  yield* pause(400);
  const came = kit.ear.frames().length - before;
  yield* expect(came === 0, 'silence before JOIN', `${came} frames in 400 ms`);
}

function* rowOfNumbers(kit: Kit): Script {
  yield* join(kit);
  yield* pause(300);
  for (const page of [PAGE.clock, PAGE.ledger]) yield* ask(kit, { kind: 'read', page });
  const numbers = kit.ear
    .frames()
    .filter(({ message }) => message.kind !== 'welcome')
    .map(({ header }) => header.seq);
  const [first = 0] = numbers;
  yield* expect(first === 1, 'numbers from 1', `${first}`);
  const at = numbers.findIndex((seq, index) => seq !== index + 1);
  const came = `${numbers[at - 1] ?? 0} and then ${numbers[at] ?? 0}`;
  yield* expect(at < 0, 'numbers one up for every frame, whatever it carries', came);
  const foreign = kit.ear
    .frames()
    .find(({ message, header }) =>
      message.kind !== 'welcome' && header.session !== kit.line.session);
  yield* expect(foreign === undefined, 'every frame in the present session', 'another session');
}

function* acknowledgement(kit: Kit): Script {
  const { bytes, seq } = numbered(kit, { kind: 'read', page: PAGE.clock });
  yield* write(bytes);
  yield* pause(QUIET_MS);
  const answer = answersTo(kit, seq)[0];
  yield* expect(answer !== undefined, 'the clock page', sayAnswer(undefined));
  const ack = answer?.header.ack ?? 0;
  yield* expect(ack === seq, `an acknowledgement of ${seq}`, `${ack}`);
}

/** The checks. */
export const SESSION_CHECKS: readonly Check[] = checks(
  { group: 'session', section: 'link-sessions', moves: false, hand: false, from: 'greeted' },
  [
    {
      name: 'schema-hash-is-ours',
      promise: 'S-32',
      section: 'binding',
      says: 'WELCOME carries the schema hash of this version.',
      script: function* schema({ line }) {
        const so = line.schemaHash === SCHEMA_HASH;
        yield* expect(so, hex(SCHEMA_HASH), hex(line.schemaHash));
      },
    },
    {
      name: 'nonces-are-fresh',
      promise: 'S-19',
      says: 'Every new HELLO is answered with a nonce that is new, and the boot id stays.',
      script: freshNonces,
    },
    {
      name: 'repeats-its-welcome',
      promise: 'S-19',
      says: 'A HELLO that comes again gets the same WELCOME again.',
      script: sameWelcome,
    },
    {
      name: 'drops-stale-sessions',
      promise: 'S-19',
      says: 'A frame of an earlier session, or of none that ever was, is dropped and counted.',
      script: staleSession,
    },
    {
      name: 'answers-a-repetition-alike',
      promise: 'S-19',
      section: 'numbers-and-acknowledgements',
      says: 'A request that comes twice acts once and gets the same answer twice.',
      script: repetition,
    },
    {
      name: 'drops-lower-numbers',
      promise: 'S-19',
      section: 'numbers-and-acknowledgements',
      says: 'A request with a number below the last one is dropped and counted.',
      script: lowerNumber,
    },
    {
      name: 'silent-before-join',
      promise: 'S-29',
      says: 'Before JOIN the pen sends nothing but answers.',
      script: silentBefore,
    },
    {
      name: 'numbers-its-frames',
      promise: 'S-19',
      section: 'numbers-and-acknowledgements',
      says: 'The pen numbers its frames from 1, one up for every frame.',
      script: rowOfNumbers,
    },
    {
      name: 'acknowledges-requests',
      promise: 'S-19',
      section: 'numbers-and-acknowledgements',
      says: 'An answer acknowledges the request that it answers.',
      script: acknowledgement,
    },
    {
      name: 'takes-nothing-unjoined',
      promise: 'S-18',
      section: 'the-pens-guard',
      says: 'Before JOIN an ENVELOPE is refused as not-joined.',
      script: (kit) => mustRefuse(kit, rowFor(kit), 'not-joined'),
    },
  ],
);
