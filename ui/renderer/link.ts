// The window's end of the road: what the desk said last, kept for whoever draws, and requests that
// are answered. It knows no framework; a view subscribes and reads. When the road breaks it is
// opened again, and the whole state comes with it.

import type { Snapshot } from '../../host/core/snapshot.ts';
import type { TraceSample } from '../../host/core/trace.ts';
import type { Carrier } from '../contract/carrier.ts';
import type { BenchMoving } from '../contract/bench-state.ts';
import type { DeskState, NoticeLine } from '../contract/desk-state.ts';
import type { Ask, WindowRequest } from '../contract/request.ts';
import type { DeskSays, Reply } from '../contract/says.ts';

/** What a link tells those who listen. */
export interface LinkEvents {
  /** The state changed; it is read from the link. */
  readonly state: DeskState;
  readonly snapshot: Snapshot;
  readonly trace: readonly TraceSample[];
  readonly notice: NoticeLine;
  readonly bench: BenchMoving;
  /** The road opened or broke. */
  readonly road: boolean;
}

/** What a window knows of the desk, and how it asks. */
export interface Link {
  /** Undefined until the desk has spoken for the first time. */
  readonly state: () => DeskState | undefined;
  /** The newest snapshot of the treatment that runs or ran last. */
  readonly snapshot: () => Snapshot | undefined;
  /** When the newest snapshot came, by `performance.now()`: values dim as they age. */
  readonly snapshotAtMs: () => number;
  /** How the bench stood last, while it is at work. */
  readonly bench: () => BenchMoving | undefined;
  readonly connected: () => boolean;
  /** Listens to one kind of event; the answer ends it. */
  readonly on: <Kind extends keyof LinkEvents>(
    kind: Kind,
    hear: (what: LinkEvents[Kind]) => void,
  ) => () => void;
  /** Asks; a request that the road lost is answered as not understood. */
  readonly ask: (ask: Ask) => Promise<Reply>;
  /** Stops the pen, from any window, at once. */
  readonly stop: () => void;
}

/** Opens a road; asked again whenever one broke. */
export type OpenRoad = () => Promise<Carrier>;

type Listeners = { readonly [Kind in keyof LinkEvents]: Set<(what: LinkEvents[Kind]) => void> };

const RETRY_MS = 500;

const LOST: Reply = { ok: false, refusals: [{ code: 'out-of-turn', item: 'road-lost' }] };

interface Kept {
  carrier: Carrier | undefined;
  state: DeskState | undefined;
  snapshot: Snapshot | undefined;
  snapshotAtMs: number;
  bench: BenchMoving | undefined;
  lastId: number;
  readonly open: Map<number, (reply: Reply) => void>;
}

/** Starts a link over a road; it opens the road again for as long as the page lives. */
export function startLink(openRoad: OpenRoad): Link {
  const listeners: Listeners = {
    state: new Set(),
    snapshot: new Set(),
    trace: new Set(),
    notice: new Set(),
    bench: new Set(),
    road: new Set(),
  };
  const tell = <Kind extends keyof LinkEvents>(kind: Kind, what: LinkEvents[Kind]): void => {
    const hears: ReadonlySet<(what: LinkEvents[Kind]) => void> = listeners[kind];
    for (const hear of hears) hear(what);
  };
  const kept: Kept = {
    carrier: undefined,
    state: undefined,
    snapshot: undefined,
    snapshotAtMs: 0,
    bench: undefined,
    lastId: 0,
    open: new Map(),
  };
  const broke = (): void => {
    kept.carrier = undefined;
    for (const answer of kept.open.values()) answer(LOST);
    kept.open.clear();
    tell('road', false);
    setTimeout(() => void connect(), RETRY_MS);
  };
  const connect = async (): Promise<void> => {
    const carrier = await openRoad().catch(() => undefined);
    if (carrier === undefined) {
      setTimeout(() => void connect(), RETRY_MS);
      return;
    }
    kept.carrier = carrier;
    carrier.onClose(broke);
    carrier.onMessage((text) => {
      const said: unknown = JSON.parse(text);
      if (isSays(said)) heard(kept, tell, said);
    });
    tell('road', true);
  };
  const ask = (asked: Ask): Promise<Reply> => {
    const { carrier } = kept;
    if (carrier === undefined) return Promise.resolve(LOST);
    kept.lastId += 1;
    const request: WindowRequest = { id: kept.lastId, ask: asked };
    return new Promise((answer) => {
      kept.open.set(request.id, answer);
      carrier.send(JSON.stringify(request));
    });
  };
  void connect();
  return {
    state: () => kept.state,
    snapshot: () => kept.snapshot,
    snapshotAtMs: () => kept.snapshotAtMs,
    bench: () => kept.bench,
    connected: () => kept.carrier !== undefined,
    on: (kind, hear) => {
      listeners[kind].add(hear);
      return () => void listeners[kind].delete(hear);
    },
    ask,
    stop: () => void ask({ kind: 'stop' }),
  };
}

/** The desk is of our own house: its kind is looked at, and the rest is as its types say. */
const isSays = (said: unknown): said is DeskSays =>
  typeof said === 'object' && said !== null && 'kind' in said;

type Tell = <Kind extends keyof LinkEvents>(kind: Kind, what: LinkEvents[Kind]) => void;

function heard(kept: Kept, tell: Tell, said: DeskSays): void {
  switch (said.kind) {
    case 'state':
      kept.state = said.state;
      tell('state', said.state);
      return;
    case 'snapshot':
      kept.snapshot = said.snapshot;
      kept.snapshotAtMs = performance.now();
      tell('snapshot', said.snapshot);
      return;
    case 'trace':
      tell('trace', said.samples);
      return;
    case 'bench':
      kept.bench = said.moving;
      tell('bench', said.moving);
      return;
    case 'notice':
      tell('notice', said.notice);
      return;
    case 'reply':
      kept.open.get(said.id)?.(said.reply);
      kept.open.delete(said.id);
  }
}
