// Permission in two steps. ARM is one human decision, with an end in strokes; GRANT is a little of
// it at a time, with an end in strokes and on the pen's clock. Everything else here takes away.

import { areaName, isSideOf, sideName } from '../../protocol/area.ts';
import type { Arm, Grant, ToPen } from '../../protocol/to-pen.ts';
import { ceilingOf } from './ceilings.ts';
import { because, done, type Refusal, refused, type Ruling, type Step, stay } from './event.ts';
import { EASE_MS } from './figures.ts';
import {
  type ArmAsked,
  armRefusal,
  creditOf,
  foreignGrantRefusal,
  grantRefusal,
  modeRefusal,
  tightenRefusal,
} from './guard.ts';
import { reserve, store } from './ledger.ts';
import { doingNext, endArming, halt } from './latch.ts';
import { driveOf } from './motion.ts';
import type { Arming, Doing, Firmware, Permit, Task } from './state.ts';

type Tighten = Extract<ToPen, { readonly kind: 'tighten' }>;
type Disarm = Extract<ToPen, { readonly kind: 'disarm' }>;

/** ARM at rest: every rule is met, or nothing happens. */
export function arm(state: Firmware, _doing: Doing, ask: Arm): Ruling {
  const wrongMode = modeRefusal(state, 'treatment');
  if (wrongMode !== undefined) return refused(state, wrongMode);
  const area = areaName(ask.area);
  const side = sideName(ask.side);
  if (area === undefined || side === undefined || !isSideOf(area, side)) {
    return refused(state, because('unknown-area', ask.area));
  }
  const row = state.link.rows.get(ask.area);
  if (row === undefined) return refused(state, because('no-envelope', ask.area));
  const { cartridge } = state.seen;
  if (cartridge === undefined) return refused(state, because('no-cartridge'));
  const asked: ArmAsked = { arm: ask, row, ceiling: ceilingOf(area), cartridge };
  const broken = armRefusal(state, asked);
  if (broken !== undefined) return refused(state, broken);
  return done(armed(state, asked));
}

function armed(state: Firmware, { arm: ask, row, ceiling, cartridge }: ArmAsked): Step {
  const arming: Arming = {
    id: ask.armingId,
    area: ask.area,
    stamp: ask.stamp === 1,
    task: {
      depthUm: ask.depthUm,
      rateCentiHz: ask.rateCentiHz,
      holdMsMax: row.holdMsMax,
      forceMnMax: ceiling.forceMn,
    },
    passCeiling: ask.passCeiling,
    creditMax: creditOf(state.make, row),
    cartridge,
  };
  const next = doingNext(state, { kind: 'armed', arming, permit: undefined });
  return store({
    ...next,
    link: { ...next.link, armingId: ask.armingId },
    ledger: { ...next.ledger, armingId: ask.armingId },
    hold: { ...next.hold, fresh: false },
  });
}

/** A grant's permission is backed by a stored mark before it is used; the store is ordered here. */
function backed(state: Firmware, ceiling: number): Ruling {
  const { mark, closed } = state.ledger;
  return done(mark >= ceiling && !closed ? stay(state) : reserve(state, ceiling));
}

/** How long a mark may take to be stored before grants are refused for it. */
const STORE_MS_MAX = 100;

/** Whether the memory has failed to confirm the newest mark for too long. */
const isStoreStuck = ({ ledger, ages }: Firmware): boolean =>
  ledger.storedMark < ledger.mark && ages.storeMs > STORE_MS_MAX;

/** A grant of nothing takes back what waits to be used, and is refused since it gives nothing. */
const takenBack = (state: Firmware, arming: Arming, refusal: Refusal): Ruling => ({
  ...stay({ ...state, doing: { kind: 'armed', arming, permit: undefined } }),
  refusal,
});

/** GRANT while the pen stands armed: kept until the mark is stored, then used. */
export function grantArmed(state: Firmware, { arming }: Doing<'armed'>, grant: Grant): Ruling {
  const broken = grantRefusal(state, { grant, arming });
  if (broken?.reason === 'nothing-left') return takenBack(state, arming, broken);
  if (broken !== undefined) return refused(state, broken);
  if (isStoreStuck(state)) {
    return { ...store(state), refusal: because('ledger-not-stored', grant.ceiling) };
  }
  const next: Firmware = { ...state, doing: { kind: 'armed', arming, permit: permitOf(grant) } };
  return backed(next, grant.ceiling);
}

/**
 * GRANT in motion: it takes the place of the one before, be it longer or shorter. A ceiling that
 * the counter has reached takes the permission back: the train ends like any other, without a
 * latch.
 */
export function grantRunning(
  state: Firmware,
  { arming, motion }: Doing<'running'>,
  grant: Grant,
): Ruling {
  const { notAfterPenMs } = motion.permit;
  if (state.ages.penMs >= notAfterPenMs) {
    return refused(state, because('lease-over', notAfterPenMs, state.ages.penMs));
  }
  const foreign = foreignGrantRefusal(state, { grant, arming });
  if (foreign !== undefined) return refused(state, foreign);
  if (grant.ceiling <= state.ledger.strokes) return done(stay(halt(state, motion, arming)));
  const broken = grantRefusal(state, { grant, arming });
  if (broken !== undefined) return refused(state, broken);
  const permit = permitOf(grant);
  return backed(
    { ...state, doing: { kind: 'running', arming, motion: { ...motion, permit } } },
    grant.ceiling,
  );
}

const permitOf = ({ ceiling, notAfterPenMs }: Grant): Permit => ({ ceiling, notAfterPenMs });

function tightened(arming: Arming, { depthUm, rateCentiHz, passCeiling }: Tighten): Arming {
  const task: Task = { ...arming.task, depthUm, rateCentiHz };
  return { ...arming, task, passCeiling };
}

const within = (permit: Permit, passCeiling: number): Permit =>
  permit.ceiling <= passCeiling ? permit : { ...permit, ceiling: passCeiling };

/** TIGHTEN while the pen stands armed. */
export function tightenArmed(state: Firmware, doing: Doing<'armed'>, ask: Tighten): Ruling {
  const broken = tightenRefusal(state, { ask, arming: doing.arming });
  if (broken !== undefined) return refused(state, broken);
  const permit = doing.permit === undefined ? undefined : within(doing.permit, ask.passCeiling);
  return done(
    stay({ ...state, doing: { kind: 'armed', arming: tightened(doing.arming, ask), permit } }),
  );
}

/** TIGHTEN in motion: ordered at once, and judged by once motor and depth stop have followed. */
export function tightenRunning(state: Firmware, doing: Doing<'running'>, ask: Tighten): Ruling {
  const broken = tightenRefusal(state, { ask, arming: doing.arming });
  if (broken !== undefined) return refused(state, broken);
  const arming = tightened(doing.arming, ask);
  const permit = within(doing.motion.permit, ask.passCeiling);
  const motion = { ...doing.motion, task: arming.task, permit };
  const next: Firmware = {
    ...state,
    doing: { kind: 'running', arming, motion },
    ages: { ...state.ages, easeMs: EASE_MS },
  };
  return done(stay({ ...next, drive: driveOf(next, motion) }));
}

/** TIGHTEN while the needles come in. */
export function tightenStopping(state: Firmware, doing: Doing<'stopping'>, ask: Tighten): Ruling {
  const { arming } = doing;
  if (arming === undefined) return refused(state, because('not-armed'));
  const broken = tightenRefusal(state, { ask, arming });
  if (broken !== undefined) return refused(state, broken);
  return done(stay({ ...state, doing: { ...doing, arming: tightened(arming, ask) } }));
}

/** DISARM: the arming ends, and if needles are out they come in. */
export function disarm(
  state: Firmware,
  { arming }: { readonly arming: Arming | undefined },
  ask: Disarm,
): Ruling {
  if (arming === undefined) return refused(state, because('not-armed'));
  if (ask.armingId !== arming.id) {
    return refused(state, because('foreign-arming', ask.armingId, arming.id));
  }
  return done(endArming(state));
}
