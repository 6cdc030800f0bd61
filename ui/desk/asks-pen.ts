// Requests about the pen, its pedal and its simulator. Looking at a pen greets it, so nothing looks
// while a treatment has it.

import { parsePenAddress, sayOpenRefusal } from '../../host/link/index.ts';
import { busyWith, DONE, type Done, type Doers, no, whenIdle } from './doer.ts';
import type { Held } from './held.ts';
import type { SimWord } from './sim-words.ts';

type PenAsk =
  | 'choose-pen' | 'look-for-pens' | 'meet-pen' | 'use-pedal'
  | 'sim-operator' | 'sim-cartridge' | 'sim-fault';

/** The doers. */
export const penAsks: Doers<PenAsk> = {
  'choose-pen': whenIdle<'choose-pen'>(({ held }, { address, model }) => {
    const parsed = parsePenAddress(address);
    if (!parsed.ok) {
      return no('pen-address', { asked: address, details: [sayOpenRefusal(parsed.error)] });
    }
    if (model !== undefined && !/^[a-z0-9-]+$/.test(model)) {
      return no('value-out-of-range', { item: 'model', asked: model });
    }
    void held.pen.choose(address, model);
    return DONE;
  }),
  'look-for-pens': async ({ held }) => {
    await held.pen.lookForPorts();
    return DONE;
  },
  'meet-pen': whenIdle<'meet-pen'>(({ held }) => {
    void held.pen.meet();
    return DONE;
  }),
  'use-pedal': whenIdle<'use-pedal'>(({ held }, { pedal }) => {
    held.pedal = pedal;
    return DONE;
  }),
  'sim-operator': ({ held }, { operator }) => simulate(held, { kind: 'operator', operator }),
  'sim-cartridge': async ({ held }, { cartridge }) => {
    if (!/^[a-z0-9-]+$/.test(cartridge)) {
      return no('value-out-of-range', { item: 'cartridge', asked: cartridge });
    }
    const done = await simulate(held, { kind: 'cartridge', cartridge });
    // What a treatment does about it is told by the snapshot; otherwise the pen is looked at.
    if (done.ok && busyWith(held) === undefined) void held.pen.meet();
    return done;
  },
  'sim-fault': ({ held }, { fault, lastingMs }) =>
    simulate(held, { kind: 'fault', fault, lastingMs }),
};

async function simulate({ pen }: Held, word: SimWord): Promise<Done> {
  if (pen.simulator() === undefined) return no('not-simulated');
  const complaint = await pen.simulate(word);
  return complaint === undefined ? DONE : no('simulator-refused', { details: [complaint] });
}
