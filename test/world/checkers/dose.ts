/**
 * No piece of skin gets more punctures than its density allows over its size, over all treatments,
 * hosts, pens and disks; no pass goes beyond its allotment, and no pass is made that the row does
 * not allow.
 */
import { createCases } from './cases.ts';
import type { Checker, Evidence } from './checker.ts';
import type { SeenArming } from './testimony.ts';

/** What one arming may do at the most, and where. */
interface Account {
  readonly puncturesMax: number;
  readonly passName: string;
  readonly pass: number;
  readonly passStrokesMax: number;
}

/** True punctures by skin, true strokes by pass. */
export const doseChecker: Checker = (evidence, complain) => {
  const { world, testimony, skin, measure } = evidence;
  const caseOf = createCases(evidence);
  const accounts = new Map<SeenArming, Account | undefined>();
  const passes = new Map<string, number>();

  world.onStroke(({ tMs }) => {
    const arming = testimony.armingAt(tMs);
    if (arming === undefined) return;
    const { law, needleCount } = caseOf(arming);
    if (law.forbidden !== undefined) {
      complain(`an area was needled although ${law.forbidden}`);
      return;
    }
    if (!accounts.has(arming)) accounts.set(arming, accountOf(evidence, arming));
    const account = accounts.get(arming);
    if (account === undefined) return complain('strokes were made under no treatment');
    const { puncturesMax, pass, passName, passStrokesMax } = account;
    const punctures = (skin.punctures.get(law.key) ?? 0) + needleCount;
    skin.punctures.set(law.key, punctures);
    measure('density', punctures, puncturesMax);
    if (punctures > puncturesMax) {
      complain(`${law.key} has had ${punctures} punctures, and ${puncturesMax} are its cap`);
    }
    if (pass > law.passes) complain(`pass ${pass} of ${law.key} was made, of ${law.passes}`);
    const inPass = (passes.get(passName) ?? 0) + 1;
    passes.set(passName, inPass);
    measure('pass', inPass, passStrokesMax);
    if (inPass > passStrokesMax) {
      complain(`${passName} has had ${inPass} strokes, and ${passStrokesMax} are its allotment`);
    }
  });
  return undefined;
};

function accountOf(evidence: Evidence, arming: SeenArming): Account | undefined {
  const { law, needleCount } = createCases(evidence)(arming);
  if (law.forbidden !== undefined) return undefined;
  const { planned, densityPerCm2, passes } = law;
  const { entries } = evidence.world;
  const opened = entries.findLast((entry) => entry.kind === 'treatment-opened');
  const reserved = entries.findLast(
    (entry) => entry.kind === 'reservation' && entry.armingId === arming.arm.armingId,
  );
  if (opened?.kind !== 'treatment-opened' || reserved?.kind !== 'reservation') return undefined;
  const { densityPerCm2: row } = rowOf(evidence, planned);
  const inPass = (perCm2: number, shares: number): number =>
    Math.floor((perCm2 * planned.sizeMm2) / (100 * needleCount * shares));
  return {
    puncturesMax: Math.floor((densityPerCm2 * planned.sizeMm2) / 100),
    pass: reserved.pass,
    passName: `pass ${reserved.pass} of ${law.key} in ${opened.treatmentId}`,
    passStrokesMax: Math.min(inPass(row.perPass, 1), inPass(densityPerCm2, passes)),
  };
}

/** The row that names what one pass may lay. */
function rowOf(
  { profile: { rows, indications } }: Evidence,
  { area, indication }: { readonly area: string; readonly indication: string | undefined },
): (typeof rows)[number] {
  const named = indications.find((row) => row.area === area && row.indication === indication);
  const row = named ?? rows.find((one) => one.area === area);
  if (row === undefined) throw new Error(`the table has no row for ${area}`);
  return row;
}
