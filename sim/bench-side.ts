// The instruments that were asked for beside a pen, in real time: each looks at the pen's plant and
// listens on a place of its own.

import { type BenchFault, readBenchFault } from './bench/bench-fault.ts';
import { createInstrument, type Instrument } from './bench/instrument.ts';
import { INSTRUMENTS, isInstrumentName } from './bench/instrument-make.ts';
import { giveUp } from './give-up.ts';
import type { Pen } from './pen.ts';
import { ANY_PORT, listen, type Place } from './places.ts';

/** What was asked for; places are `pty`, `tcp` or nothing, which is that of the pen. */
export interface BenchAsked {
  readonly gauge?: string | undefined;
  readonly tachometer?: string | undefined;
  readonly peaks?: string | undefined;
  readonly force?: string | undefined;
  readonly gaugeFaults: readonly string[];
  readonly tachometerFaults: readonly string[];
  readonly onTcp: boolean;
}

/** What a bench says of one instrument. */
export interface InstrumentPlace {
  readonly kind: string;
  readonly serial: string;
  readonly address: string;
}

/** What each instrument of a bench is called. */
export const BESIDE = ['gauge', 'tachometer', 'peaks', 'force'] as const;
/** One of them. */
export type BesideName = (typeof BESIDE)[number];

/** The instruments of a bench. */
export interface BenchSide {
  /** Where each of those that were asked for listens. */
  readonly places: Readonly<Partial<Record<BesideName, InstrumentPlace>>>;
  readonly advance: (ms: number) => void;
  /** Pulls the cable of one out; false if there is none. */
  readonly unplug: (which: BesideName) => boolean;
  readonly close: () => Promise<void>;
}

interface Standing {
  readonly instrument: Instrument;
  readonly place: Place;
  readonly told: InstrumentPlace;
}

type Wanted = readonly [BesideName, string | undefined, readonly string[]];

const named = (kind: string, place: string | undefined): string | undefined =>
  place === undefined ? undefined : `${kind}:${place}`;

/** Sets up the instruments that were asked for. */
export async function setUpBench(pen: Pen, seed: number, asked: BenchAsked): Promise<BenchSide> {
  const { gauge, tachometer } = asked;
  if (gauge === undefined && asked.gaugeFaults.length > 0) giveUp('--gauge-fault needs --gauge.');
  if (tachometer === undefined && asked.tachometerFaults.length > 0) {
    giveUp('--tachometer-fault needs --tachometer.');
  }
  const wanted: readonly Wanted[] = [
    ['gauge', gauge, asked.gaugeFaults],
    ['tachometer', named('tachometer', tachometer), asked.tachometerFaults],
    ['peaks', named('peak-hold', asked.peaks), []],
    ['force', named('mark-10', asked.force), []],
  ];
  const all: Partial<Record<BesideName, Standing>> = {};
  for (const [index, [name, text, faults]] of wanted.entries()) {
    if (text === undefined) continue;
    all[name] = await setUp(pen, text, seed + index, faultsOf(faults), asked.onTcp);
  }
  const standing = Object.values(all);
  return {
    places: Object.fromEntries(Object.entries(all).map(([name, { told }]) => [name, told])),
    advance: (ms) => {
      for (const { instrument } of standing) instrument.advance(ms);
    },
    unplug: (which) => {
      void all[which]?.place.close();
      return all[which] !== undefined;
    },
    close: async () => {
      for (const { place } of standing) await place.close();
    },
  };
}

function faultsOf(texts: readonly string[]): readonly BenchFault[] {
  return texts.map((text) => {
    const read = readBenchFault(text);
    return read.ok ? read.value : giveUp(`"${text}" is no fault of an instrument: ${read.error}.`);
  });
}

async function setUp(
  pen: Pen,
  text: string,
  seed: number,
  faults: readonly BenchFault[],
  onTcp: boolean,
): Promise<Standing> {
  const [name = '', where = ''] = text.split(':');
  if (!isInstrumentName(name)) {
    return giveUp(`There is no gauge "${name}"; known are ${Object.keys(INSTRUMENTS).join(', ')}.`);
  }
  if (!['', 'pty', 'tcp'].includes(where)) {
    return giveUp(`A ${name} cannot listen on "${where}"; write pty or tcp.`);
  }
  const kind = { rate: 'T', peak: 'L', depth: 'G', force: 'F' }[INSTRUMENTS[name].quantity];
  const serial = `SIM-${kind}${String(seed % 10_000).padStart(4, '0')}`;
  const make = INSTRUMENTS[name];
  const instrument = createInstrument({ make, plant: pen.plant, seed, serial, faults });
  const tcp = where === 'tcp' || (where === '' && onTcp);
  const place = await listen(instrument, tcp ? ANY_PORT : undefined);
  if (!place.ok) return giveUp(place.error);
  instrument.onUnplug(() => void place.value.close());
  const { address } = place.value;
  return { instrument, place: place.value, told: { kind: name, serial, address } };
}
