// What every part of the window has at hand: the desk's state, the snapshot, how long ago it was
// heard, which screen is shown, and a way to ask. It keeps what the desk said and decides nothing;
// the one thing of its own is the screen that is looked at.

import {
  type Accessor,
  batch,
  createContext,
  createEffect,
  createSignal,
  type JSX,
  on,
  onCleanup,
  useContext,
} from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { assert } from '../../../protocol/assert.ts';
import type { Snapshot } from '../../../host/core/snapshot.ts';
import type { DeskRefusal } from '../../contract/desk-refusal.ts';
import type { DeskState } from '../../contract/desk-state.ts';
import type { Ask } from '../../contract/request.ts';
import type { Answer } from '../../contract/says.ts';
import type { Link } from '../link.ts';
import { createClocks } from './clocks.ts';
import { paced } from './paced.ts';
import { createSounding, type Sounding } from './sounding.ts';
import { isScreen, type ScreenName, screenOf } from '../view/screen-name.ts';

/** The desk as parts see it. */
export interface Desk {
  readonly link: Link;
  readonly state: Accessor<DeskState>;
  /** The same as one piece, for a view that is made of all of it many times a second. */
  readonly whole: Accessor<DeskState>;
  /** Of the treatment that runs or ran last. */
  readonly snapshot: Accessor<Snapshot | undefined>;
  readonly connected: Accessor<boolean>;
  /** How long ago the newest snapshot came to this window. */
  readonly heardAgoMs: Accessor<number>;
  /** The present instant in UTC, in steps of a quarter of a second. */
  readonly nowMs: Accessor<number>;
  readonly sound: Sounding;
  readonly screen: Accessor<ScreenName>;
  readonly go: (screen: ScreenName) => void;
  /** Asks; what is refused is shown, and answered with undefined. */
  readonly ask: (ask: Ask) => Promise<Answer | 'done' | undefined>;
  readonly refusals: Accessor<readonly DeskRefusal[]>;
  /** Shows what this window itself does not do. */
  readonly show: (refusal: DeskRefusal) => void;
  readonly dismiss: () => void;
}

const DeskContext = createContext<Desk>();

/** The desk, inside of `DeskProvider`. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  assert(desk !== undefined, 'a part of the window stands inside of the provider of the desk');
  return desk;
}

/** Gives everything below it the desk; `first` is the state that came first. */
export function DeskProvider(props: {
  readonly link: Link;
  readonly first: DeskState;
  readonly children: JSX.Element;
}): JSX.Element {
  const desk = createDesk(props.link, props.first);
  return <DeskContext.Provider value={desk}>{props.children}</DeskContext.Provider>;
}

function createDesk(link: Link, first: DeskState): Desk {
  const [kept, keep] = createStore<{ state: DeskState }>({ state: structuredClone(first) });
  const [whole, setWhole] = createSignal(first);
  const [snapshot, setSnapshot] = createSignal(link.snapshot());
  const [connected, setConnected] = createSignal(link.connected());
  const [refusals, setRefusals] = createSignal<readonly DeskRefusal[]>([]);
  const clocks = createClocks(link);
  const numbers = paced((said: Snapshot) => batch(() => {
    setSnapshot(said);
    clocks.heard();
  }));
  const leave = [
    link.on('state', (state) => batch(() => {
      setWhole(state);
      keep('state', reconcile(structuredClone(state)));
    })),
    link.on('snapshot', numbers.hear),
    numbers.end,
    link.on('road', setConnected),
  ];
  onCleanup(() => leave.forEach((end) => end()));
  const state = (): DeskState => kept.state;
  return {
    link, state, whole, snapshot, connected, refusals,
    heardAgoMs: clocks.heardAgoMs,
    nowMs: clocks.nowMs,
    sound: createSounding({ state: whole, snapshot, nowMs: clocks.nowMs }),
    ...createScreen(state),
    show: (refusal) => void setRefusals([refusal]),
    dismiss: () => void setRefusals([]),
    ask: async (asked) => {
      const reply = await link.ask(asked);
      setRefusals(reply.ok ? [] : reply.refusals);
      return reply.ok ? (reply.answer ?? 'done') : undefined;
    },
  };
}

/** The screen: that of the address, until the treatment calls for another. */
function createScreen(state: () => DeskState): Pick<Desk, 'screen' | 'go'> {
  const called = (): ScreenName => screenOf(state());
  const named = location.hash.slice(1);
  const initial = called() === 'ready' && isScreen(named) ? named : called();
  const [screen, setScreen] = createSignal<ScreenName>(initial);
  const go = (name: ScreenName): void => {
    setScreen(name);
    history.replaceState(null, '', `#${name}`);
  };
  createEffect(on(called, go, { defer: true }));
  return { screen, go };
}
