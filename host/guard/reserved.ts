// One reservation after the other, as the raw lines of the journal tell of them: set aside whole,
// then counted down or up by what later lines say. It reads fields by name and believes no type;
// a number that is none becomes NaN, which no bound admits.

/** A line of the journal as it lies there. */
export type Line = Readonly<Record<string, unknown>>;

/** The number of a field. */
export function numberIn(line: Line, name: string): number {
  const value = line[name];
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : Number.NaN;
}

/** The text of a field, empty where it has none. */
export function textIn(line: Line, name: string): string {
  const value = line[name];
  return typeof value === 'string' ? value : '';
}

/** A reservation and what counts of it. */
export interface Reserved {
  readonly treatmentId: string;
  readonly person: string;
  readonly pen: string;
  readonly certificate: string;
  readonly armingId: number;
  readonly area: string;
  readonly side: string;
  readonly pass: number;
  readonly cartridge: string;
  readonly needles: number;
  readonly sizeMm2: number;
  readonly from: number;
  readonly madeOn: number;
  /** Strokes and contact that certainly were, and that count. */
  done: number;
  counted: number;
  doneMs: number;
  contactMs: number;
  /** Energy set aside and told of; none where none was declared. */
  energy: ReservedEnergy | undefined;
}

/** The energy of a reservation, and what was told of it; all of it counts until a known end. */
export interface ReservedEnergy {
  pulses: number;
  microJoule: number;
  toldPulses: number;
  toldMicroJoule: number;
  /** A whole pulse through all pins. */
  readonly fullMicroJoule: number;
  readonly needles: number;
}

const isLine = (value: unknown): value is Line => typeof value === 'object' && value !== null;

function energyIn(line: Line): ReservedEnergy | undefined {
  const { energy } = { energy: line['energy'] };
  if (!isLine(energy)) return undefined;
  const needles = numberIn(line, 'needleCount');
  const fullMicroJoule = numberIn(energy, 'microJoulePerPin') * needles;
  const pulses = Math.max(0, numberIn(energy, 'ceilingPulses') - numberIn(energy, 'fromPulses'));
  const microJoule = pulses * fullMicroJoule;
  return { pulses, microJoule, toldPulses: 0, toldMicroJoule: 0, fullMicroJoule, needles };
}

/** A pulse is told as it was measured; a known end leaves what was told, and the rest whole. */
function followEnergy(of: ReservedEnergy, line: Line): void {
  if (line['kind'] === 'pulse') {
    of.toldPulses += 1;
    of.toldMicroJoule += numberIn(line, 'microJoulePerPin') * of.needles;
    return;
  }
  const { energy } = { energy: line['energy'] };
  if (!isLine(energy) || energy['outcome'] !== 'known') return;
  of.pulses = Math.max(of.toldPulses, numberIn(energy, 'pulses'));
  const untold = of.pulses - of.toldPulses;
  of.microJoule = of.toldMicroJoule + untold * of.fullMicroJoule;
}

/** Follows reservations to their ends. */
export interface OpenEnds {
  /** Takes a line, and gives the reservation that it closes. */
  readonly take: (line: Line) => Reserved | undefined;
  readonly open: () => readonly Reserved[];
}

function reservedBy(line: Line, madeOn: number): Reserved {
  const from = numberIn(line, 'fromStrokes');
  return {
    treatmentId: textIn(line, 'treatmentId'),
    person: textIn(line, 'person'),
    pen: textIn(line, 'penSerial'),
    certificate: textIn(line, 'certificateId'),
    armingId: numberIn(line, 'armingId'),
    area: textIn(line, 'area'),
    side: textIn(line, 'side'),
    pass: numberIn(line, 'pass'),
    cartridge: textIn(line, 'cartridgeSerial'),
    needles: numberIn(line, 'needleCount'),
    sizeMm2: numberIn(line, 'sizeMm2'),
    from,
    madeOn,
    done: 0,
    counted: Math.max(0, numberIn(line, 'ceilingStrokes') - from),
    doneMs: 0,
    contactMs: numberIn(line, 'contactMsMax'),
    energy: energyIn(line),
  };
}

function afterTrain(of: Reserved, line: Line): void {
  of.done = Math.max(of.done, numberIn(line, 'toStrokes') - of.from);
  of.counted = Math.max(of.counted, of.done);
  of.doneMs += numberIn(line, 'contactMs');
  of.contactMs = Math.max(of.contactMs, of.doneMs);
}

/** An end that is known or resolved counts instead of what was set aside; any other adds to it. */
function afterEnd(of: Reserved, line: Line): boolean {
  const strokes = Math.max(of.done, numberIn(line, 'strokes'));
  const contactMs = Math.max(of.doneMs, numberIn(line, 'contactMs'));
  const closes = line['kind'] === 'resolved' || line['outcome'] === 'known';
  of.counted = closes ? strokes : Math.max(of.counted, strokes);
  of.contactMs = closes ? contactMs : Math.max(of.contactMs, contactMs);
  return closes;
}

const isAbout = (of: Reserved, line: Line): boolean =>
  of.armingId === line['armingId'] &&
  (line['kind'] !== 'resolved' || of.pen === line['penSerial']);

/** Begins to follow. */
export function createOpenEnds(dayOf: (text: string) => number): OpenEnds {
  const open: Reserved[] = [];
  return {
    open: () => open,
    take: (line) => {
      const kind = line['kind'];
      if (kind === 'reservation') open.push(reservedBy(line, dayOf(textIn(line, 'at'))));
      const ends = kind === 'settled' || kind === 'resolved';
      if (!ends && kind !== 'train' && kind !== 'pulse') return undefined;
      const at = open.findLastIndex((of) => isAbout(of, line));
      const of = open[at];
      if (of === undefined) return undefined;
      if (of.energy !== undefined) followEnergy(of.energy, line);
      if (kind === 'pulse') return undefined;
      if (!ends) afterTrain(of, line);
      else if (afterEnd(of, line)) open.splice(at, 1);
      return open[at] === of ? undefined : of;
    },
  };
}
