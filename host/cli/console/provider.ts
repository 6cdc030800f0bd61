// A provider by script, for the demonstration and for nobody's skin: arms one area after the
// other, the eye areas last and each with a confirmation of its own, clears stops until there were
// too many of them, and finishes. It sees what a person sees, asks for what a person may ask, and
// waits like one.

import type { OperatorRequest } from '../../core/control/event.ts';
import { allInOrder } from '../../core/checklist.ts';
import type { AreaSnapshot, Snapshot } from '../../core/snapshot.ts';
import { areaWords } from '../../core/word-parts.ts';
import { openInRoom } from './room.ts';

/** What the script remembers. */
export interface Provider {
  /** Since the last thing it asked for. */
  readonly sinceAskedMs: number;
  /** Stops that it has seen, and for how long it has been busy with the newest. */
  readonly stops: number;
  readonly clearingMs: number | undefined;
  /** The eye area that was said aloud and is confirmed next. */
  readonly announced: number | undefined;
}

/** A provider who has done nothing yet. */
export const NEW_PROVIDER: Provider = {
  sinceAskedMs: 0,
  stops: 0,
  clearingMs: undefined,
  announced: undefined,
};

/** What the script does at a look: at most one request, at most one sentence. */
export interface ProviderStep {
  readonly provider: Provider;
  readonly request: OperatorRequest | undefined;
  readonly says: string | undefined;
  /** It gives up: somebody has to look. */
  readonly givesUp: boolean;
}

/** How long it waits between two acts. */
const PAUSE_MS = 800;
/** How long it looks at an eye area before it confirms it. */
const CONFIRM_MS = 2_000;
/** A pen that was stopped more often than this wants somebody to find out why. */
const STOPS_MAX = 3;
/** Whoever waits so long for anything to be possible calls for somebody. */
const PATIENCE_MS = 30_000;
const BY = 'scripted provider';

/** The area that comes next: those at the eye last, otherwise in the order of the plan. */
export function nextArea(areas: readonly AreaSnapshot[]): number | undefined {
  const open = [...areas.entries()].filter(([, { state }]) => state === 'open');
  const [first] = [...open.filter(([, { eye }]) => !eye), ...open.filter(([, { eye }]) => eye)];
  return first?.[0];
}

/** One look of the scripted provider. */
export function provide(provider: Provider, seen: Snapshot, elapsedMs: number): ProviderStep {
  const older = grownOlder(provider, elapsedMs);
  if (older.sinceAskedMs < PAUSE_MS) return waits(older);
  switch (seen.next) {
    case 'arm':
      return armNext(older, seen);
    case 'clear':
      return clearStop(older);
    case 'finish':
      return asks(older, { kind: 'finish', by: BY, outcome: 'completed' });
    case 'press':
    case 'glide':
      // The hand is at work: that is what it waits for.
      return waits({ ...older, sinceAskedMs: PAUSE_MS, clearingMs: undefined });
    case 'wait':
    case 'connect':
      return { ...waits(older), givesUp: older.sinceAskedMs > PATIENCE_MS };
    case 'none':
      return waits(older);
  }
}

const grownOlder = (provider: Provider, elapsedMs: number): Provider => ({
  ...provider,
  sinceAskedMs: provider.sinceAskedMs + elapsedMs,
  clearingMs: provider.clearingMs === undefined ? undefined : provider.clearingMs + elapsedMs,
});

/** A pen refuses to be cleared while its trigger is held, so one stop may take several tries. */
function clearStop(provider: Provider): ProviderStep {
  const { clearingMs } = provider;
  const isNew = clearingMs === undefined;
  const stops = provider.stops + (isNew ? 1 : 0);
  if (stops > STOPS_MAX || (clearingMs ?? 0) > PATIENCE_MS) {
    return { ...waits(provider), givesUp: true };
  }
  const says = isNew ? 'Provider: looked at the pen and the skin; clearing the stop.' : undefined;
  return asks({ ...provider, stops, clearingMs: clearingMs ?? 0 }, { kind: 'clear', by: BY }, says);
}

function armNext(provider: Provider, { areas }: Snapshot): ProviderStep {
  const index = nextArea(areas);
  const next = index === undefined ? undefined : areas[index];
  if (openInRoom(areas).length > 0) return lookAround(provider);
  if (next === undefined || next.against.length > 0) {
    return { ...waits(provider), givesUp: provider.sinceAskedMs > PATIENCE_MS };
  }
  const { area, side, eye } = next;
  if (eye && provider.announced !== index) {
    const says = `Provider: the ${areaWords(area, side)} lies at the eye; shield in place, ` +
      'confirming it by itself.';
    return { ...waits({ ...provider, announced: index, sinceAskedMs: 0 }), says };
  }
  if (eye && provider.sinceAskedMs < CONFIRM_MS) return waits(provider);
  const request = { kind: 'arm', area, side, eyeConfirmed: eye } as const;
  return asks({ ...provider, clearingMs: undefined }, request);
}

/** Says what a person would have to look at; the script has no eyes, which is why it is one. */
const lookAround = (provider: Provider): ProviderStep =>
  asks(
    provider,
    { kind: 'room', room: allInOrder(BY), by: BY },
    'Provider: numbing, package, barrier, glide and cleaning are signed for, by script.',
  );

const waits = (provider: Provider): ProviderStep => ({
  provider,
  request: undefined,
  says: undefined,
  givesUp: false,
});

const asks = (provider: Provider, request: OperatorRequest, says?: string): ProviderStep => ({
  provider: { ...provider, sinceAskedMs: 0 },
  request,
  says,
  givesUp: false,
});
