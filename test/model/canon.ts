/**
 * Situations that differ in nothing but where their numbers begin are one. Instants are counted
 * from the pen's clock, readings from its counter, and both are cut off where they say no more;
 * numbers that are only compared are renamed by their order, and nonces by their first appearance.
 */
import { type Space, SPACES } from './shape.ts';
import type { Store } from './store.ts';

/** A situation: host, pen, two frames to the pen, two to the host, journal, judge; 0 is none. */
export type Situation = Int32Array;

/** Where each part stands in a situation. */
export const AT = { host: 0, pen: 1, toPen: 2, toHost: 4, journal: 6, judge: 7 } as const;
/** How many parts a situation has. */
export const PARTS = 8;

/** The reading of every clock and counter in a situation that was renamed. */
export const PEN_NOW_MS = 10_000;
const STROKES_NOW = 2_000;
const PAST_MS = 300;
const AHEAD_MS = 250;
const STROKES_BELOW = 1_000;
const STROKES_ABOVE = 50_000;

const codeOf = (space: Space): number => SPACES.indexOf(space);
const PEN_NOW = codeOf('pen-now');
const PEN_MS = codeOf('pen-ms');
const UNTIL = codeOf('until');
const OFFSET = codeOf('offset');
const NOW_STROKES = codeOf('strokes-now');
const STROKES = codeOf('strokes');
const REQUEST = codeOf('request');
const GRANT = codeOf('grant');
const HEARD = codeOf('heard');
const TICKET = codeOf('ticket');
const STORE = codeOf('store');
const NONCE = codeOf('nonce');

const clamp = (value: number, low: number, high: number): number =>
  value < low ? low : value > high ? high : value;

/** Makes the renamer of a store. */
export function createCanon(store: Store): (situation: Situation) => void {
  const keys: number[] = [];
  const nonces: number[] = [];
  const groups: number[] = [];
  let penNow = 0;
  let strokesNow = 0;

  const groupOf = (part: number): number => {
    const { sessionAt } = store.shapeOf(part);
    if (sessionAt < 0) return 0;
    const values = store.valuesOf(part);
    return 1 + (values[sessionAt] ?? 0) * 32 + (values[sessionAt + 1] ?? 0);
  };

  /** Numbers are ordered among their like: of one link session, of one part, or of all. */
  const prefixOf = (space: number, at: number): number => {
    switch (space) {
      case REQUEST:
      case GRANT:
      case HEARD:
        return space * 1_024 + (groups[at] ?? 0);
      case TICKET:
      case STORE:
        return space * 1_024 + at;
      default:
        return space * 1_024;
    }
  };

  const remember = (key: number): void => {
    let at = keys.length;
    while (at > 0 && (keys[at - 1] ?? 0) > key) at -= 1;
    if (at > 0 && keys[at - 1] === key) return;
    keys.splice(at, 0, key);
  };

  const survey = (situation: Situation): void => {
    keys.length = 0;
    nonces.length = 0;
    for (let at = 0; at < PARTS; at += 1) {
      const part = situation[at] ?? 0;
      groups[at] = part === 0 ? 0 : groupOf(part);
    }
    groups[AT.judge] = groups[AT.pen] ?? 0;
    for (let at = 0; at < PARTS; at += 1) {
      const part = situation[at] ?? 0;
      if (part === 0) continue;
      const { spaces } = store.shapeOf(part);
      const values = store.valuesOf(part);
      for (let hole = 0; hole < spaces.length; hole += 1) {
        meet(spaces[hole] ?? 0, values[hole] ?? 0, at);
      }
    }
  };

  const meet = (space: number, value: number, at: number): void => {
    if (space === PEN_NOW) penNow = value;
    else if (space === NOW_STROKES) strokesNow = value;
    else if (space === NONCE) {
      if (!nonces.includes(value)) nonces.push(value);
    } else if (space >= REQUEST) remember(prefixOf(space, at) * 65_536 + value);
  };

  const rankOf = (prefix: number, value: number): number => {
    let first = 0;
    while ((keys[first] ?? 0) < prefix * 65_536) first += 1;
    let at = first;
    while (keys[at] !== prefix * 65_536 + value) at += 1;
    return at - first + 1;
  };

  const renamed = (space: number, value: number, at: number): number => {
    switch (space) {
      case PEN_NOW:
        return PEN_NOW_MS;
      case PEN_MS:
        return PEN_NOW_MS + clamp(value - penNow, -PAST_MS, AHEAD_MS);
      case UNTIL:
        return PEN_NOW_MS + clamp(value - penNow, 0, AHEAD_MS);
      case OFFSET:
        return PEN_NOW_MS + clamp(value - penNow, -PAST_MS, PAST_MS);
      case NOW_STROKES:
        return STROKES_NOW;
      case STROKES:
        return STROKES_NOW + clamp(value - strokesNow, -STROKES_BELOW, STROKES_ABOVE);
      case NONCE:
        return nonces.indexOf(value) + 1;
      default:
        return rankOf(prefixOf(space, at), value);
    }
  };

  const rename = (part: number, at: number): number => {
    const shape = store.shapeOf(part);
    const values = store.valuesOf(part);
    const { spaces } = shape;
    let next: number[] | undefined;
    for (let hole = 0; hole < spaces.length; hole += 1) {
      const was = values[hole] ?? 0;
      const is = renamed(spaces[hole] ?? 0, was, at);
      if (is === was && next === undefined) continue;
      next ??= values.slice(0, hole);
      next.push(is);
    }
    return next === undefined ? part : store.refill(shape, next);
  };

  return (situation) => {
    survey(situation);
    for (let at = 0; at < PARTS; at += 1) {
      const part = situation[at] ?? 0;
      if (part !== 0) situation[at] = rename(part, at);
    }
  };
}
