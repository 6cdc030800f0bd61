/**
 * Nothing is armed, cleared or moved but by a human act of its own: every ARM answers one request
 * for that area, with the needles proven back; every CLEAR answers one request to clear; every
 * train answers a press of the trigger that came after the arming. So nothing resumes by itself.
 */
import type { OperatorRequest } from '../../../host/core/control/event.ts';
import { AREAS, areaName, sideName } from '../../../protocol/area.ts';
import type { Arm, ToPen } from '../../../protocol/to-pen.ts';
import { isRetracted } from '../../../sim/plant/index.ts';
import { BLUR_MS, type Checker } from './checker.ts';

type Clear = Extract<ToPen, { readonly kind: 'clear' }>;
type ArmRequest = Extract<OperatorRequest, { readonly kind: 'arm' }>;

/** The longest moment of a world: a press is seen that much late at the most. */
const MOMENT_MS = 10;

/** Requests and presses against what was armed, cleared and moved. */
export const humanChecker: Checker = ({ world, testimony }, complain) => {
  const seen = new Set<string>();
  let asked: ArmRequest | undefined;
  let clears = 0;
  // A pen that is put aside keeps what it was doing until it is taken up again.
  const trainOver = new Map([[world.pen(), true]]);
  let usedPressMs = Number.NEGATIVE_INFINITY;

  const armed = ({ area, side }: Arm): void => {
    const { plant } = world.pen();
    if (plant.motorOn || !isRetracted(plant)) complain('an area was armed with the needles out');
    const name = areaName(area);
    const isAsked = asked !== undefined && asked.area === name && asked.side === sideName(side);
    if (!isAsked) complain(`${String(name)} was armed and nobody had asked for it`);
    const isEye = name !== undefined && AREAS[name].zone === 'eye';
    if (isEye && asked?.eyeConfirmed !== true) complain('an eye row was armed unconfirmed');
    asked = undefined;
  };
  const cleared = ({ reason }: Clear): void => {
    if (clears === 0) complain(`${reason} was cleared and nobody had asked for it`);
    clears = 0;
  };

  world.onRequest((request) => {
    if (request.kind === 'arm') asked = request;
    else if (request.kind === 'clear') clears += 1;
  });
  testimony.onFrame(({ from, message, header }) => {
    if (from !== 'host' || (message.kind !== 'arm' && message.kind !== 'clear')) return;
    // What is repeated on the wire is the same act.
    const name = `${message.kind} ${header.session} ${header.seq}`;
    if (seen.has(name)) return;
    seen.add(name);
    if (message.kind === 'arm') armed(message);
    else cleared(message);
  });
  world.watch(() => {
    const { plant } = world.pen();
    if (!plant.motorOn && isRetracted(plant)) trainOver.set(world.pen(), true);
  });
  world.onStroke(({ tMs }) => {
    const pen = world.pen();
    if (trainOver.get(pen) === false) return;
    trainOver.set(pen, false);
    const pressMs = testimony.pressedMs();
    const arming = testimony.armingAt(tMs);
    if (pressMs <= usedPressMs) complain('needles moved again without a new press');
    usedPressMs = pressMs;
    if (arming !== undefined && pressMs + MOMENT_MS + BLUR_MS < arming.fromMs) {
      complain('needles moved under a press that was older than the arming');
    }
  });
  return undefined;
};
