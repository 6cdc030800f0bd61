/**
 * No piece of skin gets more punctures than the density cap of its row allows over its size, over
 * all treatments, hosts, pens and disks; and no pass goes beyond its allotment.
 */
import { budgetKey } from '../../../host/core/plan.ts';
import { areaName, sideName } from '../../../protocol/area.ts';
import type { Checker, Evidence } from './checker.ts';
import type { SeenArming } from './testimony.ts';

/** What one arming may do at the most, and where. */
interface Account {
  readonly key: ReturnType<typeof budgetKey>;
  readonly puncturesMax: number;
  readonly passName: string;
  readonly passStrokesMax: number;
}

/** True punctures by skin, true strokes by pass. */
export const doseChecker: Checker = (evidence, complain) => {
  const { world, testimony, skin } = evidence;
  const accounts = new Map<SeenArming, Account | undefined>();
  const passes = new Map<string, number>();

  world.onStroke(({ tMs }) => {
    const arming = testimony.armingAt(tMs);
    if (arming === undefined) return;
    if (!accounts.has(arming)) accounts.set(arming, accountOf(evidence, arming));
    const account = accounts.get(arming);
    if (account === undefined) {
      complain('an area was needled that is not in the plan');
      return;
    }
    const { key, puncturesMax, passName, passStrokesMax } = account;
    const needles = world.pen().plant.cartridgeSeen?.needleCount ?? 0;
    const punctures = (skin.punctures.get(key) ?? 0) + needles;
    skin.punctures.set(key, punctures);
    if (punctures > puncturesMax) {
      complain(`${key} has had ${punctures} punctures, and ${puncturesMax} are its cap`);
    }
    const inPass = (passes.get(passName) ?? 0) + 1;
    passes.set(passName, inPass);
    if (inPass > passStrokesMax) {
      complain(`${passName} has had ${inPass} strokes, and ${passStrokesMax} are its allotment`);
    }
  });
  return undefined;
};

function accountOf(
  { world, profile }: Evidence,
  { arm }: SeenArming,
): Account | undefined {
  const area = areaName(arm.area);
  const side = sideName(arm.side);
  const { plan } = world.parts.wish;
  const planned = plan.areas.find((one) => one.area === area && one.side === side);
  const row = profile.rows.find((one) => one.area === area);
  if (planned === undefined || row === undefined) return undefined;
  const puncturesMax = Math.floor((row.densityPerCm2.max * planned.sizeMm2) / 100);
  const opened = world.entries.findLast((entry) => entry.kind === 'treatment-opened');
  const reserved = world.entries.findLast(
    (entry) => entry.kind === 'reservation' && entry.armingId === arm.armingId,
  );
  const pass = reserved?.kind === 'reservation' ? reserved.pass : 0;
  const limits =
    opened?.kind === 'treatment-opened'
      ? opened.plan.areas.find((one) => one.area === area && one.side === side)
      : undefined;
  return {
    key: budgetKey(plan.person, planned.area, planned.side),
    puncturesMax,
    passName: `pass ${pass} of ${planned.area} ${planned.side}`,
    passStrokesMax: limits?.strokesPerPass ?? 0,
  };
}
