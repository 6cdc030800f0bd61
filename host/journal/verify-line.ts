// The rules that a line about a reservation must have kept: armed only when the reservation was on
// disk, strokes only within it, and an end that fits what came before.

import { reservedStrokes, type Tally, type TallyEntry } from './account.ts';
import type { EntryOf } from './entry.ts';
import type { Finding, FindingCode } from './finding.ts';

/** Everything wrong with a line about a reservation, given the reservation before that line. */
export function checkLineAbout(entry: TallyEntry, before: Tally): readonly Finding[] {
  switch (entry.kind) {
    case 'armed':
      return checkArmed(entry, before);
    case 'tightened':
      return checkTightened(entry, before);
    case 'train':
      return checkTrain(entry, before);
    case 'pulse':
      return checkPulse(entry, before);
    case 'settled':
      return checkStrokes(entry, before);
    case 'resolved':
      return [...checkStrokes(entry, before), ...checkReading(entry, before)];
  }
}

function checkArmed(entry: EntryOf<'armed'>, { reservation }: Tally): readonly Finding[] {
  const early = entry.synced < reservation.n;
  return [
    ...when(early, over(entry, 'armed-before-sync', reservation.n, entry.synced)),
    ...when(!entry.retracted, about(entry, 'armed-unretracted')),
  ];
}

function checkTightened(entry: EntryOf<'tightened'>, before: Tally): readonly Finding[] {
  const { depthUm, ceilingStrokes } = before.reservation;
  const looser =
    entry.depthUm > depthUm ||
    entry.rateCentiHz > before.rateCentiHzLowest ||
    entry.ceilingStrokes > ceilingStrokes;
  return when(looser, about(entry, 'loosened'));
}

function checkTrain(entry: EntryOf<'train'>, before: Tally): readonly Finding[] {
  const { fromStrokes, ceilingStrokes } = before.reservation;
  const inside =
    fromStrokes <= entry.fromStrokes &&
    entry.fromStrokes <= entry.toStrokes &&
    entry.toStrokes <= ceilingStrokes;
  return [
    ...when(!before.armed, about(entry, 'train-unarmed')),
    ...when(!inside, over(entry, 'train-outside', entry.toStrokes, ceilingStrokes)),
  ];
}

/** A pulse lies within what was set aside, comes after the ones before it, and is no stronger. */
function checkPulse(entry: EntryOf<'pulse'>, before: Tally): readonly Finding[] {
  const { energy } = before.reservation;
  const newest = before.energy?.told.at(-1)?.pulse ?? energy?.fromPulses ?? entry.pulse;
  const most = energy === undefined ? 0 : Math.ceil((energy.microJoulePerPin * 105) / 100);
  const inside = energy !== undefined && entry.pulse > newest
    && entry.pulse <= energy.ceilingPulses && entry.microJoulePerPin <= most;
  return [
    ...when(!before.armed, about(entry, 'pulse-unarmed')),
    ...when(!inside, over(entry, 'pulse-outside', entry.pulse, energy?.ceilingPulses ?? 0)),
  ];
}

function checkStrokes(
  entry: EntryOf<'settled' | 'resolved'>,
  before: Tally,
): readonly Finding[] {
  const most = reservedStrokes(before.reservation);
  // Saying fewer than trains already told would give strokes back.
  const fewer = entry.strokes < before.deliveredStrokes && entry.outcome === 'known';
  return [
    ...when(entry.strokes > most, over(entry, 'delivered-over-reserved', entry.strokes, most)),
    ...when(fewer, over(entry, 'ledger-disagrees', entry.strokes, before.deliveredStrokes)),
  ];
}

function checkReading(entry: EntryOf<'resolved'>, before: Tally): readonly Finding[] {
  const { fromStrokes, ceilingStrokes, bootId } = before.reservation;
  if (entry.by === 'adoption') {
    const whole = reservedStrokes(before.reservation);
    const softened = entry.strokes !== whole || entry.outcome !== 'unknown';
    return when(softened, over(entry, 'ledger-disagrees', entry.strokes, whole));
  }
  const proven = Math.min(entry.ledgerStrokes, ceilingStrokes) - fromStrokes;
  const unfit = entry.strokes !== proven || (entry.bootId === bootId && entry.outcome !== 'known');
  return when(unfit, over(entry, 'ledger-disagrees', entry.strokes, Math.max(0, proven)));
}

const about = ({ n, kind }: TallyEntry, code: FindingCode): Finding => ({ code, n, kind });

const over = (entry: TallyEntry, code: FindingCode, asked: number, allowed: number): Finding => ({
  ...about(entry, code),
  asked,
  allowed,
});

const when = (wrong: boolean, finding: Finding): readonly Finding[] => (wrong ? [finding] : []);
