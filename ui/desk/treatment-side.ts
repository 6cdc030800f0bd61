// The treatment as the desk has it: one host process at a time, told what a person asks, heard, and
// waited for. It decides nothing about the pen. A stop is passed on before anything else is looked
// at, and when the desk goes, the end of the channel stops the pen.

import type { FromHost, HostStart, ToHost } from '../../host/api.ts';
import type { RoomFacts } from '../../host/core/checklist.ts';
import type { OperatorRequest } from '../../host/core/control/event.ts';
import type { PhaseKind } from '../../host/core/control/state.ts';
import type { Snapshot } from '../../host/core/snapshot.ts';
import type { TraceSample } from '../../host/core/trace.ts';
import { type HostChild, type HostEnd, startHostChild } from '../../host/cli/host-child.ts';
import type { NoticeLine, TreatmentView } from '../contract/desk-state.ts';
import { areaForTap } from './area-for-tap.ts';
import type { Where } from './draft.ts';

/** What a treatment tells the desk. */
export interface TreatmentNews {
  /** The view changed. */
  readonly changed: () => void;
  readonly snapshot: (snapshot: Snapshot) => void;
  readonly trace: (samples: readonly TraceSample[]) => void;
  readonly notice: (notice: NoticeGiven) => void;
  /** The host process is gone, and whatever it wrote is written. */
  readonly over: () => void;
}

/** A notice before it has a number and an instant. */
export type NoticeGiven = NoticeLine extends infer Line
  ? Line extends NoticeLine ? Omit<Line, 'n' | 'at'> : never
  : never;

/** The treatment of the desk. */
export interface TreatmentSide {
  readonly view: () => TreatmentView;
  /** The newest snapshot of the treatment that runs or ran last. */
  readonly snapshot: () => Snapshot | undefined;
  /** Whether a host process lives. */
  readonly active: () => boolean;
  readonly phase: () => PhaseKind | undefined;
  /** Without a room, what was looked at is known to the host already. */
  readonly begin: (
    start: HostStart, room: (() => { room: RoomFacts; by: string }) | undefined) => void;
  readonly request: (request: OperatorRequest) => void;
  readonly choose: (where: Where) => void;
  /** Stops the pen and lets go of it; settles when the host process is gone. */
  readonly leave: () => Promise<void>;
  /** Forgets a treatment that is over. */
  readonly forget: () => void;
}

/** How long a host may take to stop the pen and end; its own patience is 1.5 s. */
const LEAVE_MS_MAX = 5_000;

interface Run {
  readonly host: HostChild;
  readonly room: (() => { room: RoomFacts; by: string }) | undefined;
  leaving: boolean;
  treatmentId: string | undefined;
}

interface Held {
  view: TreatmentView;
  snapshot: Snapshot | undefined;
  run: Run | undefined;
  gone: Promise<void>;
}

/** Starts with no treatment. */
export function treatmentSide(node: string, news: TreatmentNews): TreatmentSide {
  const held: Held = {
    view: { kind: 'none' },
    snapshot: undefined,
    run: undefined,
    gone: Promise.resolve(),
  };
  const show = (view: TreatmentView): void => {
    held.view = view;
    news.changed();
  };
  const tell = (message: ToHost): void => held.run?.host.tell(message);
  const leave = async (): Promise<void> => {
    const { run } = held;
    if (run !== undefined && !run.leaving) letGo(run, show);
    await held.gone;
  };
  return {
    view: () => held.view,
    snapshot: () => held.snapshot,
    active: () => held.run !== undefined,
    phase: () => (held.run === undefined ? undefined : held.snapshot?.phase),
    begin: (start, room) => {
      held.snapshot = undefined;
      const host = startHostChild((message) => hear(held, news, show, message), node);
      const run: Run = { host, room, leaving: false, treatmentId: undefined };
      held.run = run;
      held.gone = host.ended.then((end) => {
        held.run = undefined;
        show(viewAfter(held.view, run, end));
        news.over();
      });
      tell({ kind: 'start', start });
      show({ kind: 'starting' });
    },
    request: (request) => tell({ kind: 'request', request }),
    choose: ({ area, side }) => {
      if (held.view.kind === 'running') show({ ...held.view, chosen: { area, side } });
    },
    leave,
    forget: () => {
      held.snapshot = undefined;
      show({ kind: 'none' });
    },
  };
}

function letGo(run: Run, show: (view: TreatmentView) => void): void {
  run.leaving = true;
  run.host.tell({ kind: 'leave' });
  const late = setTimeout(() => run.host.kill(), LEAVE_MS_MAX);
  void run.host.ended.then(() => clearTimeout(late));
  show({ kind: 'leaving', treatmentId: run.treatmentId });
}

type Show = (view: TreatmentView) => void;

function hear(held: Held, news: TreatmentNews, show: Show, message: FromHost): void {
  const { run } = held;
  if (run === undefined) return;
  switch (message.kind) {
    case 'snapshot':
      return look(held, run, news, show, message.snapshot);
    case 'trace':
      return news.trace(message.samples);
    case 'admitted': {
      const { kind: _kind, ...admitted } = message;
      run.treatmentId = admitted.treatmentId;
      const room = run.room?.();
      if (room !== undefined) {
        run.host.tell({ kind: 'request', request: { kind: 'room', ...room } });
      }
      return show({ kind: 'running', admitted });
    }
    case 'not-admitted':
      run.leaving = true;
      run.host.tell({ kind: 'leave' });
      return show({
        kind: 'turned-away',
        by: message.by,
        refusals: message.refusals ?? [],
        details: message.sentences,
      });
    case 'waiting':
      return wait(held, show, message.why);
    case 'notice':
      return news.notice(noticeOf(message));
    case 'refused':
      return news.notice(
        { kind: 'arm-refused', what: message.what, refusals: message.refusals });
    case 'chosen':
      if (held.view.kind === 'running') {
        show({ ...held.view, chosen: { area: message.area, side: message.side } });
      }
      return;
    case 'tapped':
      return tap(held, run, news);
    case 'left':
      run.treatmentId = message.treatmentId ?? run.treatmentId;
  }
}

/** A tap of the foot arms the area that is shown as the next one, unless it lies at the eye. */
function tap({ view, snapshot }: Held, run: Run, news: TreatmentNews): void {
  if (view.kind !== 'running' || snapshot === undefined) return;
  const next = areaForTap(snapshot, view.chosen);
  if (next === undefined) return;
  const { area, side, eye } = next;
  if (eye) return news.notice({ kind: 'host-news', news: { code: 'pedal-into-eye', area } });
  run.host.tell({ kind: 'request', request: { kind: 'arm', area, side, eyeConfirmed: false } });
}

function noticeOf(said: Extract<FromHost, { readonly kind: 'notice' }>): NoticeGiven {
  const { sentence, notice, news } = said;
  if (notice !== undefined) return { kind: 'plan-notice', notice };
  return news === undefined ? { kind: 'sentence', sentence } : { kind: 'host-news', news };
}

function wait({ view }: Held, show: Show, waiting: string): void {
  if (view.kind === 'starting' || view.kind === 'running') show({ ...view, waiting });
}

function look(
  held: Held,
  run: Run,
  news: TreatmentNews,
  show: Show,
  snapshot: Snapshot,
): void {
  held.snapshot = snapshot;
  news.snapshot(snapshot);
  const { view } = held;
  if (view.kind !== 'running') return;
  const linked = snapshot.phase !== 'unlinked';
  const { waiting, chosen, ...rest } = view;
  const stillWaits = waiting !== undefined && !linked;
  const stillChosen = chosen !== undefined && snapshot.active === undefined;
  if ((waiting !== undefined && !stillWaits) || (chosen !== undefined && !stillChosen)) {
    show({
      ...rest,
      ...(stillWaits ? { waiting } : {}),
      ...(stillChosen ? { chosen } : {}),
    });
  }
  if (snapshot.phase === 'finished' && !run.leaving) letGo(run, show);
}

/** What is shown of a treatment whose host process has gone. */
function viewAfter(view: TreatmentView, run: Run, end: HostEnd): TreatmentView {
  const { treatmentId, leaving } = run;
  if (view.kind === 'turned-away') return view;
  if (!leaving) {
    const details = end.said === '' ? [] : [end.said.split('\n').slice(0, 3).join(' ')];
    return { kind: 'broke', treatmentId, details };
  }
  return treatmentId === undefined
    ? { kind: 'none' }
    : { kind: 'ended', treatmentId };
}
