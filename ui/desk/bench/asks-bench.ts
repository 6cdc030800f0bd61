// Requests about the bench. A calibration and a treatment exclude each other: each begins only when
// the other's process is gone, and then with a handshake of its own. What may move is decided by
// the bench behind this door, and by the pen.

import type { BenchStartWish } from '../../../host/cli/bench/api.ts';
import { BY_HAND } from '../../../host/cli/calibrate/instruments.ts';
import { ok } from '../../../protocol/result.ts';
import type { Asked } from '../../contract/request.ts';
import { signInIdOf } from '../care/asks-staff.ts';
import { DONE, type Done, type Doers, no, whenIdle } from '../doer.ts';
import type { Held } from '../held.ts';
import type { BenchPlaces } from '../pen-side.ts';
import { certificatePaper } from './certificate-view.ts';
import { gaugeEntry } from './instruments.ts';
import { readBenchLists } from './showing.ts';
import { makeSigningKey, signingKeyPath } from './signing-key.ts';

type BenchAsk = Extract<
  Asked['kind'],
  `bench-${string}` | 'certificate-pdf'
>;
type Begin = Extract<Asked, { readonly kind: 'bench-begin' }>;
type SetUp = Begin['setUp'];

/** Brings the needles in at once, whatever the bench does. */
export const stopBench = ({ bench, hands }: Held): void => {
  hands.hold(false);
  bench.tell({ kind: 'stop' });
};

const PHASES_OF_BENCH = ['asking', 'measuring', 'deciding'] as const;

/** Passes a word on to the bench, if it is at work. */
function pass(held: Held, message: Parameters<Held['bench']['tell']>[0]): Done {
  const { kind } = held.bench.standing();
  if (!PHASES_OF_BENCH.some((phase) => phase === kind)) {
    return no('out-of-turn', { item: 'no-calibration' });
  }
  held.bench.tell(message);
  return DONE;
}

/** The doers. */
export const benchAsks: Doers<BenchAsk> = {
  'bench-begin': whenIdle<'bench-begin'>(({ held }, asked) => beginBench(held, asked)),
  'bench-give-up': whenIdle<'bench-give-up'>(({ held }) => {
    const { open } = held.benchLists;
    if (open === undefined) return no('out-of-turn', { item: 'no-calibration' });
    const setUp = { gauge: open.gauge, gaugeAt: BY_HAND, plan: 'standard' } as const;
    held.bench.begin({ ...startOf(held, setUp, { pen: 'none', model: '' }, false), giveUp: true });
    return DONE;
  }),
  'bench-new-key': whenIdle<'bench-new-key'>(({ held }) => {
    const made = makeSigningKey(held.dataDir, signingKeyPath(held.dataDir, held.demo));
    if (!made.ok) return no('no-bench-key', { details: [made.error] });
    held.benchLists = readBenchLists(held);
    return DONE;
  }),
  'bench-answer': ({ held }, { text }) => pass(held, { kind: 'answer', text }),
  'bench-confirm': ({ held }) => confirm(held),
  'bench-back': ({ held }) => pass(held, { kind: 'back' }),
  'bench-typed': ({ held }, { text }) => pass(held, { kind: 'typed', text }),
  'bench-decide': ({ held }, { adjust }) => pass(held, { kind: 'decide', adjust }),
  'bench-hold': ({ held }, asked) => {
    if (held.pen.address() !== 'sim') return no('not-simulated');
    held.hands.hold(asked.held && held.bench.active());
    return DONE;
  },
  'bench-hands': ({ held }, { hands }) => {
    if (held.pen.address() !== 'sim') return no('not-simulated');
    held.hands.choose(hands);
    return DONE;
  },
  'bench-cancel': ({ held }) => {
    if (!held.bench.active()) return no('out-of-turn', { item: 'no-calibration' });
    held.hands.hold(false);
    void held.bench.leave();
    return DONE;
  },
  'bench-done': whenIdle<'bench-done'>(({ held }) => {
    held.bench.forget();
    return DONE;
  }),
  // Drawing takes a moment of the desk's own time, which a treatment does not give away.
  'certificate-pdf': whenIdle<'certificate-pdf'>(async ({ held }, { certificateId }) => {
    const base64 = await certificatePaper(held.dataDir, certificateId);
    if (base64 === undefined) return no('no-such-certificate', { asked: certificateId });
    const name = `${certificateId}.pdf`;
    return ok({ kind: 'file', name, type: 'application/pdf', base64, missing: [] });
  }),
};

/** A simulated cartridge is taken out and put in again when somebody says that it was. */
async function confirm(held: Held): Promise<Done> {
  const isSeating = held.bench.moving()?.view.phase === 'seating';
  if (isSeating && held.pen.address() === 'sim') {
    const complaint = await held.pen.simulate({ kind: 'hand', does: 'seat' });
    if (complaint !== undefined) return no('simulator-refused', { details: [complaint] });
  }
  return pass(held, { kind: 'confirm' });
}

async function beginBench(held: Held, { setUp, resume }: Begin): Promise<Done> {
  const { pen, bench, benchLists: { key, instruments }, choices: { operator } } = held;
  const gauge = instruments.find(({ serial }) => serial === setUp.gauge);
  if (operator === '') return no('name-missing');
  if (pen.standing().kind !== 'met') return no('no-pen');
  if (key.state !== 'there') return no('no-bench-key');
  if (gauge?.measures !== 'depth' || gauge.against !== undefined) return no('no-gauge');
  if (pen.address() !== 'sim' && setUp.gaugeAt === undefined) return no('no-gauge');
  bench.take();
  const places = await pen.toBench({
    gauge: gaugeEntry(held.dataDir, setUp.gauge)?.kind ?? 'mitutoyo',
    tachometer: setUp.tachometer !== undefined,
    peaks: setUp.peaks !== undefined,
  });
  if (!places.ok) {
    bench.letGo();
    void pen.fromBench();
    return no('simulator-refused', { details: [places.error] });
  }
  held.hands.begin();
  bench.begin(startOf(held, setUp, places.value, resume));
  return DONE;
}

function startOf(
  held: Held,
  setUp: SetUp,
  places: BenchPlaces,
  resume: boolean,
): BenchStartWish {
  const { dataDir, demo, choices: { operator } } = held;
  const { gauge, tachometer, peaks, plan } = setUp;
  const signInId = signInIdOf(held);
  return {
    dataDir,
    pen: places.pen,
    model: places.model === '' ? 'pen' : places.model,
    gauge,
    gaugeAt: setUp.gaugeAt ?? places.gauge ?? BY_HAND,
    tachometer,
    tachometerAt: setUp.tachometerAt ?? places.tachometer,
    peaks,
    peaksAt: setUp.peaksAt ?? places.peaks,
    by: operator === '' ? 'console' : operator,
    plan,
    key: signingKeyPath(dataDir, demo),
    resume,
    giveUp: false,
    signInId,
  };
}

/** The bench is over: the lists are read anew, and the pen is met as any pen is. */
export function afterBench(held: Held): void {
  held.hands.end();
  held.benchLists = readBenchLists(held);
  if (!held.closing) void held.pen.fromBench();
}
