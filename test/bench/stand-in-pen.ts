/**
 * A pen to whoever is at the other end of a wire: a real simulated one answers every request, and
 * telemetry is told in its stead, whenever somebody says so, with the pen's true clock and with
 * what is claimed beyond what the pen does. Grants do not reach the pen: they are what is timed.
 */
import { bindingOf } from '../../protocol/binding.ts';
import { type Message, SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { createDeframer } from '../../protocol/deframe.ts';
import { createEncoder, encodeFrame } from '../../protocol/frame.ts';
import { SIGNAL, type Telemetry } from '../../protocol/from-pen.ts';
import { centiHz, penMs, um } from '../../protocol/units.ts';
import { cartridgeFor, penModel, takeCartridge } from '../../sim/models/index.ts';
import { createPen } from '../../sim/pen.ts';
import { HANDS_OFF } from '../../sim/plant/index.ts';
import { createRandom } from '../../sim/random.ts';

/** What is claimed beyond what the pen says: a hold, and needles that run under it. */
export interface Claim {
  readonly holdId: number;
  running: boolean;
}

/** Where frames go, and what is worth telling of those that come. */
export interface Wiring {
  readonly write: (bytes: Uint8Array) => void;
  /** A telemetry with this number is about to be written. */
  readonly telling: (seq: number) => void;
  readonly granted: (ack: number) => void;
  readonly heard: (message: 'envelope' | 'stop') => void;
}

/** A pen that is not quite one. */
export interface StandIn {
  readonly hear: (bytes: Uint8Array) => void;
  readonly tellTelemetry: () => void;
  readonly setClaim: (claim: Claim | undefined) => void;
}

const DAY_MS = 86_400_000;
const SEED = 7;

function newPen() {
  const today = Math.floor((Date.now() - Date.UTC(2020, 0, 1)) / DAY_MS);
  const model = penModel('meridian-p', today);
  const box = { lot: 'LOT', serial: 'BENCH-1', expiryDay: today + 100, usedStrokes: 0 };
  const cartridge = takeCartridge(cartridgeFor(model), box, model, createRandom(SEED, 5));
  return createPen({ model, cartridge, seed: SEED });
}

/** Needles under way in the air: time in the air uses up no limit, so a bench can go on. */
const running = (
  { depthUm, rateCentiHz }: { readonly depthUm: number; readonly rateCentiHz: number },
  bits: number,
) => ({
  phase: 'running' as const,
  depthUm: um(depthUm),
  rateCentiHz: centiHz(rateCentiHz),
  signals: bits & ~SIGNAL.retracted & ~SIGNAL.contact,
});

/** Puts a stand-in at the end of a wire. */
export function createStandIn(wiring: Wiring): StandIn {
  const pen = newPen();
  const encode = createEncoder();
  let spoken = { session: 0, seq: 0 };
  let own: Telemetry | undefined;
  let claim: Claim | undefined;
  let livedMs = performance.now();
  let bootId = -1;

  const tell = (message: Message): void => {
    const { session, ack } = pen.firmware().link;
    const outside = message.kind === 'welcome';
    if (outside) spoken = { session, seq: 0 };
    else spoken.seq += 1;
    const header = outside ? { session: 0, seq: 0, ack: 0 } : { session, seq: spoken.seq, ack };
    const bytes = encode(message, header, 0);
    if (message.kind === 'telemetry') wiring.telling(spoken.seq);
    wiring.write(bytes);
  };

  const fromPen = createDeframer({
    heard: (message) => {
      if (message.kind === 'telemetry') own = message;
      else tell(message);
    },
    dropped: (why) => {
      throw new Error(`the pen said something unreadable: ${why}`);
    },
  });

  const listen = (): void => {
    for (const bytes of pen.takeBytes()) fromPen.push(bytes);
  };

  const live = (): void => {
    const passedMs = Math.floor(performance.now() - livedMs);
    livedMs += passedMs;
    pen.advance(passedMs, HANDS_OFF);
    listen();
  };

  /** What the pen is and does at this very moment; its own newest word may be a little old. */
  const present = (told: Telemetry): Telemetry => {
    const { doing, ages, latch } = pen.firmware();
    const armingId = doing.kind === 'armed' ? doing.arming.id : 0;
    return { ...told, penMs: penMs(ages.penMs), phase: doing.kind, latch: latch.reason, armingId };
  };

  const fromHost = createDeframer(
    {
      heard: (message, { session, seq, ack }) => {
        if (message.kind === 'grant') return wiring.granted(ack);
        if (message.kind === 'envelope' || message.kind === 'stop') wiring.heard(message.kind);
        live();
        pen.receive(encodeFrame(message, { session, seq, ack }, bindingOf(SCHEMA_HASH, bootId)));
        listen();
      },
      dropped: (why) => {
        throw new Error(`the host said something unreadable: ${why}`);
      },
    },
    'host',
  );

  return {
    hear: (bytes) => {
      const { boot } = pen.firmware();
      if (boot.bootId !== bootId) {
        ({ bootId } = boot);
        fromHost.bind(bindingOf(SCHEMA_HASH, bootId));
      }
      fromHost.push(bytes);
    },
    tellTelemetry: () => {
      live();
      const { doing, link } = pen.firmware();
      if (own === undefined || link.mode === 'outside') return;
      const now = present(own);
      if (claim === undefined || doing.kind !== 'armed') {
        tell(now);
        return;
      }
      const held = { ...now, holdId: claim.holdId, signals: now.signals | SIGNAL.trigger };
      tell(claim.running ? { ...held, ...running(doing.arming.task, held.signals) } : held);
    },
    setClaim: (next) => {
      claim = next;
    },
  };
}
