// The bench as the desk has it: one bench process at a time, told what a person does, heard, and
// waited for. It decides nothing about the pen. A stop is passed on before anything else is looked
// at, and when the desk goes, the end of the channel brings the needles in.

import type { BenchStartWish, FromBench, ToBench } from '../../../host/cli/bench/api.ts';
import { type BenchChild, startBenchChild } from '../../../host/cli/bench/bench-child.ts';
import type {
  BenchDeskView, BenchMoving, BenchStanding, FoundView,
} from '../../contract/bench-state.ts';

/** What is read from the installation for the bench. */
export type BenchLists = Pick<BenchDeskView, 'instruments' | 'key' | 'open'>;

/** A bench that has nothing to measure with. */
export const NO_BENCH_LISTS: BenchLists = {
  instruments: [], key: { state: 'absent', path: '' }, open: undefined,
};

/** What a bench tells the desk. */
export interface BenchNews {
  /** The standing changed. */
  readonly changed: () => void;
  readonly moving: (moving: BenchMoving) => void;
  /** Looks at a certificate that was made; gives back how the bench stands by that. */
  readonly made: (file: string) => BenchStanding;
  /** The bench process is gone, and whatever it wrote is written. */
  readonly over: () => void;
}

/** The bench of the desk. */
export interface BenchSide {
  readonly standing: () => BenchStanding;
  readonly moving: () => BenchMoving | undefined;
  readonly found: () => FoundView | undefined;
  readonly said: () => readonly string[];
  /** Whether the bench has the pen, or is about to. */
  readonly active: () => boolean;
  /** Takes the place, before anything is opened. */
  readonly take: () => void;
  /** Nothing came of it: the place is free again. */
  readonly letGo: () => void;
  readonly begin: (start: BenchStartWish) => void;
  readonly tell: (message: Exclude<ToBench, { readonly kind: 'start' }>) => void;
  /** Brings the needles in and lets go of the pen; settles when the process is gone. */
  readonly leave: () => Promise<void>;
  /** Forgets what is over. */
  readonly forget: () => void;
}

/** How long a bench may take to let go of its pen. */
const LEAVE_MS_MAX = 4_000;
/** Sentences that are kept to be read. */
const SAID_MAX = 6;

interface Held {
  standing: BenchStanding;
  moving: BenchMoving | undefined;
  found: FoundView | undefined;
  said: readonly string[];
  taken: boolean;
  child: BenchChild | undefined;
  gone: Promise<void>;
  /** Why the end that is coming is one. */
  resumed: boolean;
}

/** Starts with nothing at the bench. */
export function benchSide(node: string, news: BenchNews): BenchSide {
  const held: Held = {
    standing: { kind: 'none' },
    moving: undefined,
    found: undefined,
    said: [],
    taken: false,
    child: undefined,
    gone: Promise.resolve(),
    resumed: false,
  };
  const show = (standing: BenchStanding): void => {
    held.standing = standing;
    news.changed();
  };
  const begin = (start: BenchStartWish): void => {
    Object.assign(held, { moving: undefined, found: undefined, said: [], taken: true });
    const child = startBenchChild((message) => hear(held, news, show, message), node);
    held.child = child;
    held.gone = child.ended.then((complaint) => {
      held.child = undefined;
      held.taken = false;
      held.moving = undefined;
      show(standingAfter(held.standing, complaint));
      news.over();
    });
    child.tell({ kind: 'start', start });
    show({ kind: 'starting' });
  };
  return {
    standing: () => held.standing,
    moving: () => held.moving,
    found: () => held.found,
    said: () => held.said,
    active: () => held.taken,
    take: () => {
      held.taken = true;
      show({ kind: 'starting' });
    },
    letGo: () => {
      held.taken = false;
      show({ kind: 'none' });
    },
    begin,
    tell: (message) => held.child?.tell(message),
    leave: async () => {
      const { child } = held;
      if (child === undefined) return;
      child.tell({ kind: 'stop' });
      show({ kind: 'leaving' });
      const late = setTimeout(child.kill, LEAVE_MS_MAX);
      await held.gone;
      clearTimeout(late);
    },
    forget: () => {
      held.found = undefined;
      held.said = [];
      show({ kind: 'none' });
    },
  };
}

type Show = (standing: BenchStanding) => void;

function hear(held: Held, news: BenchNews, show: Show, message: FromBench): void {
  switch (message.kind) {
    case 'asking':
      return show({ kind: 'asking', ...message.question });
    case 'begun':
      held.resumed = message.resumed;
      return show({ kind: 'measuring', resumed: message.resumed });
    case 'view': {
      const { view, live } = message;
      held.moving = { view, live };
      return news.moving(held.moving);
    }
    case 'found':
      held.found = message.found;
      return show({ kind: 'deciding', found: message.found });
    case 'decided':
      return show({ kind: 'measuring', resumed: held.resumed });
    case 'said':
      held.said = [...held.said, message.sentence].slice(-SAID_MAX);
      return news.changed();
    case 'done':
      return show(news.made(message.done.file));
    case 'given-up':
      return show({ kind: 'none' });
    case 'turned-away':
      return show({ kind: 'turned-away', by: message.by, details: message.sentences });
    case 'broken-off':
      return show({
        kind: 'broken-off', stopped: message.stopped, details: [message.sentence],
      });
  }
}

/** What is shown of a bench whose process has gone. */
function standingAfter(standing: BenchStanding, complaint: string): BenchStanding {
  switch (standing.kind) {
    case 'done':
    case 'turned-away':
    case 'broken-off':
    case 'none':
      return standing;
    case 'leaving':
      return { kind: 'broken-off', stopped: true, details: [] };
    case 'starting':
    case 'asking':
    case 'measuring':
    case 'deciding': {
      const details = complaint === '' ? [] : [complaint.split('\n').slice(0, 3).join(' ')];
      return { kind: 'broken-off', stopped: false, details };
    }
  }
}
