// The guard before the wire: it hears what the pen says, reads every frame that is about to be
// written, and lets it go or says why not. It was written apart from admission and control and
// shares nothing with them but the protocol, so that one wrong line there does not move a needle.
// It decides nothing else: whoever is told of a refusal stops the pen.

import type { Header } from '../../protocol/frame.ts';
import type { FromPen } from '../../protocol/from-pen.ts';
import { Pair, Reveal, Unpair } from '../../protocol/pairing-messages.ts';
import { isLineBlock } from '../../protocol/service-line.ts';
import {
  Certify,
  Clear,
  Disarm,
  Hello,
  Join,
  Read,
  Stop,
  type ToPen,
} from '../../protocol/to-pen.ts';
import { meter } from './account.ts';
import {
  ARM_ID,
  armRule,
  ENVELOPE_ID,
  envelopeRule,
  TIGHTEN_ID,
  tightenRule,
} from './arm-rules.ts';
import { EXTEND_ID, extendRule, RUN_ID, runRule } from './bench-rules.ts';
import {
  ARM_ENERGY_ID, armEnergyRule, ENERGY_GRANT_ID, energyGrantRule,
} from './energy-rules.ts';
import { createFacts, type Facts, MODE } from './facts.ts';
import { GRANT_ID, grantRule } from './grant-rules.ts';
import { forgetAll, hear } from './heard.ts';
import { createFrameReader, PAYLOAD_AT, type RawFrame } from './raw-frame.ts';
import { readTable } from './read-table.ts';
import { type Broken, broken, type GuardedKind, type GuardRefusal } from './refusal.ts';
import type { Line } from './reserved.ts';
import { noteShock } from './shock.ts';
import { foldSpent } from './spent.ts';
import type { Wished } from './wished.ts';

/** A guard for one treatment, or for a host that only reads pens. */
export interface Guard {
  /** Hears what the decoder heard, in its order. */
  readonly hears: (message: FromPen | ToPen, header: Header) => void;
  /** Reads the journal's lines, once, when a treatment begins; without them nothing may move. */
  readonly reads: (lines: readonly Line[]) => void;
  /** Looks at a frame that is about to be written: undefined lets it go. */
  readonly stops: (frame: Uint8Array) => GuardRefusal | undefined;
}

/** Makes a guard. Without a wish it lets nothing through that can move a pen. */
export function createGuard(wished?: Wished): Guard {
  const facts = createFacts(wished);
  const read = createFrameReader();
  return {
    hears: (message, header) => {
      const before = facts.heard.telemetry;
      if (!hear(facts.heard, message, header)) return;
      if (message.kind === 'telemetry') {
        noteShock(facts);
        watchArming(facts, before);
      }
      else if (message.kind === 'outcome') answered(facts, message);
    },
    reads: (lines) => {
      if (wished === undefined) return;
      const { plan, profile, today } = wished;
      facts.spent = foldSpent(lines, plan.person, today);
      facts.table = readTable(profile.signed, facts.spent?.newestDay ?? today);
    },
    stops: (bytes) => {
      // S-16: text goes out in service mode alone, and no frame is text.
      if (facts.mode === MODE.service && isWholeLine(bytes)) return undefined;
      const frame = read(bytes);
      if (frame === undefined) return { message: 'unreadable', ...broken('unreadable') };
      const judged = judge(facts, frame);
      return judged && { message: KINDS[frame.id] ?? 'unreadable', ...judged };
    },
  };
}

/** A line of service mode with a delimiter at either end. */
const isWholeLine = (bytes: Uint8Array): boolean =>
  bytes[0] === 0 && bytes.at(-1) === 0 && isLineBlock(bytes, 1, bytes.length - 1);

const KINDS: Readonly<Record<number, GuardedKind>> = {
  [ARM_ID]: 'arm',
  [ARM_ENERGY_ID]: 'arm-energy',
  [ENERGY_GRANT_ID]: 'energy-grant',
  [TIGHTEN_ID]: 'tighten',
  [GRANT_ID]: 'grant',
  [ENVELOPE_ID]: 'envelope',
  [EXTEND_ID]: 'extend',
  [RUN_ID]: 'run',
  [Certify.id]: 'certify',
};

/** What a frame is held against, by its id. */
function judge(facts: Facts, frame: RawFrame): Broken | undefined {
  // S-37: whatever can move a pen is judged, the rest is let through by name, and nothing else is.
  switch (frame.id) {
    case GRANT_ID:
      return ofThisLink(facts, frame) ?? grantRule(facts, frame);
    case ARM_ID:
      return ofThisLink(facts, frame) ?? armRule(facts, frame);
    case ENVELOPE_ID:
      return ofThisLink(facts, frame) ?? envelopeRule(facts, frame);
    case ARM_ENERGY_ID:
      return ofThisLink(facts, frame) ?? armEnergyRule(facts, frame);
    case ENERGY_GRANT_ID:
      return ofThisLink(facts, frame) ?? energyGrantRule(facts, frame);
    case TIGHTEN_ID:
      return ofThisLink(facts, frame) ?? tightenRule(facts, frame);
    case EXTEND_ID:
      return ofThisLink(facts, frame) ?? extendRule(facts, frame);
    case RUN_ID:
      return ofThisLink(facts, frame) ?? runRule(facts, frame);
    case Certify.id:
      // A certificate is not changed under a treatment that rests on it.
      return facts.mode === MODE.calibration ? undefined : broken('wrong-mode');
    default:
      return notice(facts, frame);
  }
}

/** What cannot move a pen is let through; the guard notes what it means for an arming. */
function notice(facts: Facts, frame: RawFrame): Broken | undefined {
  switch (frame.id) {
    case Hello.id:
      greeted(facts, frame);
      return undefined;
    case Join.id:
      joining(facts, frame);
      return undefined;
    case Stop.id:
    case Disarm.id:
      ended(facts);
      return undefined;
    case Read.id:
    case Clear.id:
    case Pair.id:
    case Reveal.id:
    case Unpair.id:
      return undefined;
    default:
      return broken('unknown-message');
  }
}

const ofThisLink = ({ heard }: Facts, { session }: RawFrame): Broken | undefined =>
  session === heard.session ? undefined : broken('foreign-link');

/** Nothing is granted any more under an arming that was taken back, whatever the pen says of it. */
function ended({ arming }: Facts): void {
  if (arming !== undefined) arming.state = 'over';
}

function greeted(facts: Facts, { view }: RawFrame): void {
  ended(facts);
  forgetAll(facts.heard, view.getUint32(PAYLOAD_AT, true));
  facts.mode = MODE.outside;
}

function joining(facts: Facts, { view, seq }: RawFrame): void {
  facts.joinMode = view.getUint8(PAYLOAD_AT);
  facts.joinSeq = seq;
}

type Outcome = Extract<FromPen, { readonly kind: 'outcome' }>;

function answered(facts: Facts, { request, outcome }: Outcome): void {
  const { arming } = facts;
  const done = outcome === 'done';
  if (request === facts.joinSeq) facts.mode = done ? facts.joinMode : MODE.outside;
  if (arming?.state === 'asked' && request === arming.seq) arming.state = done ? 'armed' : 'over';
}

/** A pen that stands idle or latched has no arming any more. */
function watchArming({ arming, heard }: Facts, before: Facts['heard']['telemetry']): void {
  const { telemetry } = heard;
  if (arming?.state !== 'armed' || telemetry === undefined) return;
  if (telemetry.phase === 'idle' || telemetry.phase === 'latched') arming.state = 'over';
  else meter(arming, before, telemetry);
}
