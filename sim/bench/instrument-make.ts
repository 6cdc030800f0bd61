/**
 * The instruments of a simulated bench, as data: what each measures, how finely, how well, and when
 * it says so. Figures are those of usual models (an indicator with 1 um steps, a tachometer with
 * 0.01 Hz) as makers state them (grade B); drift is a proposal of ours (grade D).
 */

/** What an instrument looks at; values are nanometres, hundredths of a hertz or millinewtons. */
export type Quantity = 'depth' | 'rate' | 'force' | 'peak';

/** How an instrument writes its lines. */
export type LineStyle = 'mitutoyo' | 'cdi' | 'mark-10' | 'plain' | 'tachometer' | 'peak-hold';

/** What an instrument is like; all figures are in the whole unit of its quantity. */
export interface InstrumentMake {
  readonly quantity: Quantity;
  readonly style: LineStyle;
  /** Its last digit. */
  readonly resolution: number;
  /** The standard deviation of one reading. */
  readonly noise: number;
  /** How far its zero wanders in a minute. */
  readonly driftPerMinute: number;
  /** Lines by itself, so often; or an answer to a question, so late and not more often. */
  readonly speaks:
    | { readonly kind: 'by-itself'; readonly everyMs: number }
    | { readonly kind: 'asked'; readonly answerMs: number; readonly restMs: number };
}

const INDICATOR = { quantity: 'depth', resolution: 1_000, noise: 300, driftPerMinute: 20 } as const;
const AT_ONCE = { kind: 'asked', answerMs: 30, restMs: 0 } as const;

/** Every instrument under its name. */
export const INSTRUMENTS = {
  mitutoyo: { ...INDICATOR, style: 'mitutoyo', speaks: { kind: 'by-itself', everyMs: 250 } },
  // Its box lives on the current of the line and needs a second to charge.
  'mitutoyo-rs232': {
    ...INDICATOR,
    style: 'mitutoyo',
    speaks: { kind: 'asked', answerMs: 120, restMs: 800 },
  },
  cdi: { ...INDICATOR, style: 'cdi', speaks: AT_ONCE },
  plain: { ...INDICATOR, style: 'plain', speaks: AT_ONCE },
  'mark-10': {
    quantity: 'force',
    style: 'mark-10',
    resolution: 1,
    noise: 1,
    driftPerMinute: 0,
    speaks: AT_ONCE,
  },
  tachometer: {
    quantity: 'rate',
    style: 'tachometer',
    resolution: 1,
    noise: 1,
    driftPerMinute: 0,
    speaks: { kind: 'by-itself', everyMs: 500 },
  },
  // A laser that looks at the tips and holds the highest that it saw since its last line.
  'peak-hold': {
    quantity: 'peak',
    style: 'peak-hold',
    resolution: 1_000,
    noise: 400,
    driftPerMinute: 0,
    speaks: { kind: 'by-itself', everyMs: 250 },
  },
} as const satisfies Readonly<Record<string, InstrumentMake>>;

/** The name of an instrument. */
export type InstrumentName = keyof typeof INSTRUMENTS;

/** Whether a text is the name of an instrument. */
export const isInstrumentName = (name: string): name is InstrumentName =>
  Object.hasOwn(INSTRUMENTS, name);
