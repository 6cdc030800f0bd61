/**
 * Nothing moves without a joined link session, an arming and a grant, in that order, all on
 * the wire; and nothing is made looser while an arming lasts.
 */
import type { Arm, ToPen } from '../../../protocol/to-pen.ts';
import type { Checker, Complain } from './checker.ts';
import type { SeenArming } from './testimony.ts';

/** The order of steps, and the way that limits go. */
export const orderChecker: Checker = ({ world, testimony }, complain) => {
  let joinedOnce = false;
  let lowest: Arm | undefined;

  world.onStroke(({ tMs }) => {
    const arming = testimony.armingAt(tMs);
    if (!joinedOnce) complain('needles moved before any link session was joined');
    if (arming === undefined) complain('needles moved without an arming');
    else if (!arming.grants.some(({ heardMs }) => heardMs <= tMs)) {
      complain('needles moved without a grant');
    }
  });

  testimony.onFrame(({ from, message, header }) => {
    joinedOnce ||= testimony.joined();
    if (from !== 'host') return;
    // What comes a second time was judged the first, and what comes from another link session has
    // no say; whether either acts after all, the needles tell.
    const { session, seq } = testimony.link();
    if (header.session !== session || header.seq <= seq) return;
    const open = testimony.arming();
    const toPen = message as ToPen;
    if (open === undefined) {
      lowest = undefined;
      return;
    }
    lowest ??= open.arm;
    if (toPen.kind === 'tighten') lowest = tightened(lowest, toPen, complain);
    else if (toPen.kind === 'arm') sameAgain(open, toPen, complain);
    else if (toPen.kind === 'envelope') checkRow(open, toPen, complain);
    else if (toPen.kind === 'grant' && toPen.armingId === lowest.armingId) {
      if (toPen.ceiling > lowest.passCeiling) complain('a grant went beyond its arming');
    }
  });
  return undefined;
};

type Tighten = Extract<ToPen, { readonly kind: 'tighten' }>;
type Row = Extract<ToPen, { readonly kind: 'envelope' }>;

function tightened(lowest: Arm, to: Tighten, complain: Complain): Arm {
  const { depthUm, rateCentiHz, passCeiling } = to;
  const looser =
    depthUm > lowest.depthUm
    || rateCentiHz > lowest.rateCentiHz
    || passCeiling > lowest.passCeiling;
  if (looser) complain('an arming was made looser while it lasted');
  return { ...lowest, depthUm, rateCentiHz, passCeiling };
}

/** A repetition on the wire is the same arming; another one needs the first to be over. */
function sameAgain({ arm }: SeenArming, again: Arm, complain: Complain): void {
  const same = JSON.stringify(arm) === JSON.stringify(again);
  if (!same) complain(`arming ${again.armingId} was asked for while ${arm.armingId} lasted`);
}

/** So is a row: the one that was loaded may come again late, a new one may not. */
function checkRow({ row }: SeenArming, again: Row, complain: Complain): void {
  const same = JSON.stringify(row) === JSON.stringify(again);
  if (!same) complain('a row of the envelope was changed under an arming');
}
