// Faults as one writes them on a command line: a kind, when it begins, how long it lasts, and its
// figures, for instance `stuck-encoder@5000`, `overspeed@5000+2000,permille=1400`. Moments are true
// milliseconds since the pen was switched on. Faults of wire and world are not a pen's.

import { ok, refuse, type Result } from '../protocol/result.ts';
import type { Fault, Moment, PenFault, PlantFault, Span } from './faults/fault.ts';

/** Why a text is no fault. */
export interface FaultRefusal {
  readonly code: 'no-such-fault' | 'bad-fault';
  readonly asked: string;
  readonly why: string;
}

/** What was written, taken apart; a figure that is missing is a refusal. */
interface Written {
  readonly at: Moment;
  readonly lasting: Span;
  readonly figure: (name: string) => number;
  readonly flag: (name: string) => boolean;
}

type Kind = (PlantFault | PenFault)['kind'];
type Maker = (written: Written) => Fault;

/** How each kind is made of what was written; the swap of a cartridge is done by hand. */
const MAKERS: Readonly<Record<Exclude<Kind, 'cartridge-swap'>, Maker>> = {
  'motor-stall': ({ at, lasting }) => ({ kind: 'motor-stall', at, lasting }),
  overspeed: ({ at, lasting, figure }) => ({
    kind: 'overspeed', at, lasting, permille: figure('permille'),
  }),
  'motor-runaway': ({ at, lasting, figure }) => ({
    kind: 'motor-runaway', at, lasting, rateCentiHz: figure('rateCentiHz'),
  }),
  'depth-creep': ({ at, lasting, figure }) => ({
    kind: 'depth-creep', at, lasting, umPerS: figure('umPerS'), umMax: figure('umMax'),
  }),
  'depth-stop-jam': ({ at, lasting }) => ({ kind: 'depth-stop-jam', at, lasting }),
  'outside-certificate': ({ at, lasting, figure }) => ({
    kind: 'outside-certificate', at, lasting, offsetUm: figure('offsetUm'),
  }),
  'loose-cartridge': ({ at, lasting, figure }) => ({
    kind: 'loose-cartridge', at, lasting,
    nmPerStroke: figure('nmPerStroke'),
    umMax: figure('umMax'),
  }),
  'cartridge-gone': ({ at }) => ({ kind: 'cartridge-gone', at }),
  'stuck-encoder': ({ at, lasting }) => ({ kind: 'stuck-encoder', at, lasting }),
  'lossy-encoder': ({ at, lasting, figure }) => ({
    kind: 'lossy-encoder', at, lasting, every: figure('every'),
  }),
  'frozen-depth-sensor': ({ at, lasting }) => ({ kind: 'frozen-depth-sensor', at, lasting }),
  'stuck-trigger': ({ at, lasting, flag }) => ({
    kind: 'stuck-trigger', at, lasting, reads: flag('reads'),
  }),
  'false-contact': ({ at, lasting, flag }) => ({
    kind: 'false-contact', at, lasting, reads: flag('reads'),
  }),
  'stuck-retract-switch': ({ at, lasting, flag }) => ({
    kind: 'stuck-retract-switch', at, lasting, reads: flag('reads'),
  }),
  'frozen-force': ({ at, lasting, figure }) => ({
    kind: 'frozen-force', at, lasting, readsMn: figure('readsMn'),
  }),
  'frozen-tilt': ({ at, lasting, figure }) => ({
    kind: 'frozen-tilt', at, lasting, readsDeg: figure('readsDeg'),
  }),
  'frozen-motion': ({ at, lasting, figure }) => ({
    kind: 'frozen-motion', at, lasting, readsMmS: figure('readsMmS'),
  }),
  'battery-drop': ({ at, figure }) => ({ kind: 'battery-drop', at, percent: figure('percent') }),
  overheat: ({ at, figure }) => ({
    kind: 'overheat', at, temperatureDeciC: figure('temperatureDeciC'),
  }),
  reset: ({ at }) => ({ kind: 'reset', at }),
  'brown-out': ({ at, figure }) => ({ kind: 'brown-out', at, ms: figure('ms') }),
  'pen-hang': ({ at, figure }) => ({ kind: 'pen-hang', at, ms: figure('ms') }),
  'clock-drift': ({ at, lasting, figure }) => ({
    kind: 'clock-drift', at, lasting, ppm: figure('ppm'),
  }),
  'ledger-loss': ({ at, flag }) => ({
    kind: 'ledger-loss', at, leaves: flag('older') ? 'older' : 'nothing',
  }),
  'slow-store': ({ at, lasting, figure }) => ({
    kind: 'slow-store', at, lasting, ms: figure('ms'),
  }),
  'store-fails': ({ at, lasting }) => ({ kind: 'store-fails', at, lasting }),
};

/** The kinds of faults that a simulator can be started with. */
export const FAULT_KINDS: readonly string[] = Object.keys(MAKERS);

const isKind = (text: string): text is keyof typeof MAKERS => Object.hasOwn(MAKERS, text);

/** Reads one fault. */
export function readFault(asked: string): Result<Fault, FaultRefusal> {
  const parts = /^([a-z-]+)@(\d+)(?:\+(\d+))?((?:,[a-zA-Z]+=-?\d+)*)$/.exec(asked);
  const [, kind = '', at = '', lasting, rest = ''] = parts ?? [];
  if (parts === null) {
    const why = 'it is not written as kind@ms, kind@ms+ms or kind@ms,name=value';
    return refuse({ code: 'bad-fault', asked, why });
  }
  if (!isKind(kind)) {
    return refuse({ code: 'no-such-fault', asked, why: `known are ${FAULT_KINDS.join(', ')}` });
  }
  const figures = new Map(
    rest.split(',').filter((pair) => pair !== '').map((pair): [string, number] => {
      const [name = '', value = ''] = pair.split('=');
      return [name, Number(value)];
    }),
  );
  return made(asked, MAKERS[kind], Number(at), lasting, figures);
}

function made(
  asked: string,
  maker: Maker,
  atMs: number,
  lasting: string | undefined,
  figures: Map<string, number>,
): Result<Fault, FaultRefusal> {
  const missing: string[] = [];
  const unused = new Set(figures.keys());
  const figure = (name: string): number => {
    unused.delete(name);
    const value = figures.get(name);
    if (value === undefined) missing.push(name);
    return value ?? 0;
  };
  const flag = (name: string): boolean => {
    unused.delete(name);
    return figures.get(name) === 1;
  };
  const fault = maker({
    at: { kind: 'ms', ms: atMs },
    lasting: lasting === undefined ? 'for-good' : { ms: Number(lasting) },
    figure,
    flag,
  });
  if (missing.length > 0) {
    return refuse({ code: 'bad-fault', asked, why: `it needs ${missing.join(' and ')}` });
  }
  if (unused.size > 0) {
    return refuse({ code: 'bad-fault', asked, why: `it has no ${[...unused].join(' or ')}` });
  }
  return ok(fault);
}
