/**
 * What the real reducers make of a part of the world and an event, asked once each and remembered.
 * Whatever a promise says of one step alone is judged here, at the moment of asking.
 */
import type { HostEvent } from '../../host/loop/host-step.ts';
import type { Treatment } from '../../host/core/control/task.ts';
import { hostStep } from '../../host/loop/host-step.ts';
import { step } from '../../sim/firmware/index.ts';
import {
  dueForClock, eventsOf, type HostLife, type HostReducer, hostReacts, type HostStep, type How,
  tidyHost,
} from './host.ts';
import {
  isOnDisk, type Journal, restart, type Restart, synced, written,
} from './journal.ts';
import {
  type Checked, isObjection, type Judge, judgeHearing, judgeLife, judgeReset, look, type Objection,
} from './judge.ts';
import { judgeAct, judgeHost, judgeLoosening, judgeWaking } from './judge-step.ts';
import {
  type FirmwareStep, hearFrame, type Kept, live, type Pen, type PenStep, reset, standFor, tidyPen,
} from './pen.ts';
import { ACTS, type Setting, treatmentOf } from './setting.ts';
import type { Store } from './store.ts';
import type { ToHostBurst, ToPenFrame } from './wire.ts';

/** A world in which a rule may have been forgotten. */
export interface Twin {
  readonly firmware?: FirmwareStep;
  readonly host?: HostReducer;
  /** What a restart goes on from. */
  readonly restarts?: typeof restart;
  /** Records as they come back from the pen's memory. */
  readonly boots?: (pen: Pen) => Pen;
}

/** What came of something that a pen met. */
export interface PenOp {
  readonly id: number;
  readonly pen: number;
  readonly said: readonly number[];
  readonly strokes: number;
  readonly objection: Objection | undefined;
  /** What the judge goes by. */
  readonly judge: (judge: Judge) => Judge | Objection;
}

/** What came of something that a host met. */
export interface HostOp {
  readonly id: number;
  readonly host: number;
  readonly pen: number;
  readonly journal: number;
  readonly sent: readonly number[];
  readonly urgent: readonly boolean[];
  readonly objection: Objection | undefined;
}

/** What came of one event for a host, before anybody has answered it. */
interface BaseHostOp extends HostStep {
  readonly id: number;
  readonly kept: number;
  readonly objection: Objection | undefined;
}

/** A way in which time passes for a pen, or its power goes. */
export type PenTime = 'tick' | 'half a second' | 'two seconds' | 'reset' | 'reset without ledger';

const PEN_TIMES: readonly PenTime[] = [
  'tick', 'half a second', 'two seconds', 'reset', 'reset without ledger',
];

const PAIR = 2 ** 26;

const NOBODY: HostLife = { life: 0, host: undefined };

const NOTHING = { sent: [], atOnce: [], notes: [], met: undefined };

/** A reducer that throws has met a situation that its author held to be impossible. */
function tried<Made>(make: () => Made): Made | Objection {
  try {
    return make();
  } catch (error) {
    return { promise: 'S-38', why: `a reducer gave up: ${String(error)}` };
  }
}

const isThrown = (done: HostStep | Objection): done is Objection => 'promise' in done;

/** The reducers of a walk, with their memory. */
export type Ops = ReturnType<typeof createOps>;

/** Makes them. */
export function createOps(store: Store, setting: Setting, twin: Twin, checked: Checked) {
  const treatment: Treatment = treatmentOf(setting);
  const firmware = twin.firmware ?? step;
  const how: How = { reduce: twin.host ?? hostStep, readsTravel: setting.readsTravel };
  const penOps = new Map<number, PenOp>();
  const hostOps = new Map<number, BaseHostOp>();
  const wholeHostOps = new Map<number | string, HostOp>();
  const unharmed = new Set<number>();
  const judged = new Map<number, number | Objection>();
  let ids = 0;

  const penAt = (part: number): Pen => store.valueOf(part) as Pen;
  const hostAt = (part: number): HostLife => store.valueOf(part) as HostLife;
  const journalAt = (part: number): Journal => store.valueOf(part) as Journal;
  const judgeAt = (part: number): Judge => store.valueOf(part) as Judge;

  const keepPen = (pen: Pen): number =>
    store.keep('pen', tidyPen(pen, pen.boot >= setting.penBoots, setting.readsTravel));
  const keepHost = (life: HostLife): number => store.keep('host', tidyHost(life));
  const keepFrame = (frame: ToPenFrame): number => store.keep(frame.kind, frame);
  const keepBurst = (burst: ToHostBurst): number => store.keep('to-host', burst);

  const keepJournal = (journal: Journal, { life, host }: HostLife): number => {
    const isRead = life >= setting.hostLives
      && (host === undefined || host.control !== undefined);
    return store.keep('journal', isRead ? lastJournal(journal) : journal);
  };

  /** Nobody will read it again but to see that a reservation is on the disk. */
  const lastJournal = (journal: Journal): Journal => ({
    ...journal,
    closed: [],
    progress: [],
    known: 0,
    lastArmingId: 0,
    stops: 0,
    tail: journal.tail.filter(({ kind }) => kind === 'reservation'),
  });

  const remembered = <Made extends { readonly id: number }>(
    made: Map<number, Made>,
    key: number,
    make: (id: number) => Made,
  ): Made => {
    const known = made.get(key);
    if (known !== undefined) return known;
    ids += 1;
    const fresh = make(ids);
    made.set(key, fresh);
    return fresh;
  };

  const penOp = (
    id: number,
    { pen, said, strokes }: PenStep,
    objection: Objection | undefined,
    judge: PenOp['judge'],
  ): PenOp => ({
    id, pen: keepPen(pen), said: said.map(keepBurst), strokes: strokes.length, objection, judge,
  });

  /** The pen hears a frame that is whole. */
  const hear = (part: number, framePart: number): PenOp =>
    remembered(penOps, part * PAIR + framePart + 16, (id) => {
      const pen = penAt(part);
      const frame = store.valueOf(framePart) as ToPenFrame;
      const heard = hearFrame(pen, frame, firmware);
      const isUnchanged = keepPen(heard.pen) === part;
      return penOp(id, heard, judgeAct(pen, frame, heard, isUnchanged, checked), (judge) =>
        judgeHearing(judge, pen, frame, heard, checked));
    });

  /** The pen's decoder is given the same frame with a bit turned over. */
  const hearDamaged = (part: number, framePart: number): Objection | undefined => {
    const key = part * PAIR + framePart;
    if (unharmed.has(key)) return undefined;
    unharmed.add(key);
    const frame = store.valueOf(framePart) as ToPenFrame;
    const heard = hearFrame(penAt(part), frame, firmware, 'damaged');
    look(checked, 'S-19');
    return keepPen(heard.pen) === part && heard.said.length === 0
      ? undefined
      : { promise: 'S-19', why: 'a damaged frame did something' };
  };

  const timeOf = (pen: Pen, time: PenTime, trigger: boolean): PenStep => {
    switch (time) {
      case 'tick':
        return live(pen, setting.tickMs, trigger, firmware);
      case 'half a second':
        return standFor(pen, 500, trigger, firmware);
      case 'two seconds':
        return standFor(pen, 2_000, trigger, firmware);
      case 'reset':
      case 'reset without ledger': {
        const kept: Kept = time === 'reset' ? 'its ledger' : 'nothing';
        return reset(twin.boots?.(pen) ?? pen, kept);
      }
    }
  };

  /** Time passes for the pen, or its power goes. */
  const pass = (part: number, time: PenTime, trigger: boolean): PenOp =>
    remembered(penOps, part * PAIR + PEN_TIMES.indexOf(time) * 2 + (trigger ? 1 : 0), (id) => {
      const pen = penAt(part);
      const passed = timeOf(pen, time, trigger);
      if (time === 'reset' || time === 'reset without ledger') {
        const isLost = time !== 'reset';
        return penOp(id, passed, undefined, (judge) =>
          judgeReset(judge, pen, passed, isLost, treatment, checked));
      }
      const objection = judgeLoosening(pen, passed.pen, checked)
        ?? judgeWaking(pen, passed.pen, undefined, checked);
      return penOp(id, passed, objection, (judge) =>
        judgeLife(judge, pen, passed, treatment, checked));
    });

  /** What the judge remembers after something that a pen met, or an objection. */
  const judgeAfter = (judgePart: number, op: PenOp): number | Objection => {
    if (op.objection !== undefined) return op.objection;
    const key = judgePart * PAIR + op.id;
    const known = judged.get(key);
    if (known !== undefined) return known;
    const verdict = op.judge(judgeAt(judgePart));
    const made = isObjection(verdict) ? verdict : store.keep('judge', verdict);
    judged.set(key, made);
    return made;
  };

  const baseHostOp = (
    part: number,
    code: number,
    eventsFor: () => readonly HostEvent[],
    elapsedMs: number,
    act: string | undefined,
  ): BaseHostOp =>
    remembered(hostOps, part * PAIR + code, (id) => {
      const before = hostAt(part);
      const life = act === 'asks the clock' ? dueForClock(before) : before;
      const done = tried(() => hostReacts(life, eventsFor(), elapsedMs, how));
      if (isThrown(done)) return { ...NOTHING, life, id, kept: part, objection: done };
      const objection = judgeHost(before, done.life, done.sent, act, checked);
      const kept = keepHost(done.life);
      const isAlone = done.atOnce.length === 0 && done.met === undefined;
      // What is kept of it is enough, unless somebody has to answer first.
      return { ...done, life: isAlone ? NOBODY : done.life, id, kept, objection };
    });

  /** Questions that are answered at once, until there are none, and a treatment that begins. */
  const converse = (
    first: HostStep,
    pen: Pen,
    journal: Journal,
    pedal: Judge['pedal'],
  ): { readonly step: HostStep; readonly pen: Pen; readonly journal: Journal } => {
    let hostNow = first;
    let penNow = pen;
    let journalNow = first.notes.reduce<Journal>(written, journal);
    const sent: ToPenFrame[] = [...first.sent];
    const asked: ToPenFrame[] = [...first.atOnce];
    let { met } = first;
    const hostMeets = (events: readonly HostEvent[]): void => {
      hostNow = hostReacts(hostNow.life, events, 0, how);
      journalNow = hostNow.notes.reduce<Journal>(written, journalNow);
      sent.push(...hostNow.sent);
      asked.push(...hostNow.atOnce);
      ({ met } = hostNow);
    };
    for (;;) {
      if (met !== undefined) {
        const begun: Restart = (twin.restarts ?? restart)(journalNow, treatment, met);
        journalNow = begun.journal;
        met = undefined;
        if (begun.control !== undefined) {
          const { control } = begun;
          hostMeets([{ kind: 'begin', control }, { kind: 'pedal', pedal }]);
        }
      }
      const question = asked.shift();
      if (question === undefined) break;
      const heard = hearFrame(penNow, question, firmware);
      penNow = heard.pen;
      for (const burst of heard.said) hostMeets(eventsOf(burst));
    }
    return { step: { ...hostNow, sent }, pen: penNow, journal: journalNow };
  };

  const wholeHostOp = (
    part: number,
    code: number,
    eventsFor: () => readonly HostEvent[],
    elapsedMs: number,
    act: string | undefined,
    penPart: number,
    journalPart: number,
    pedal: Judge['pedal'],
  ): HostOp => {
    const base = baseHostOp(part, code, eventsFor, elapsedMs, act);
    const alone = base.atOnce.length === 0 && base.met === undefined;
    const key = alone
      ? base.id * PAIR + journalPart
      : `${base.id} ${penPart} ${journalPart} ${pedal}`;
    const known = wholeHostOps.get(key);
    // A pen that was not asked is the one that is there.
    if (known !== undefined) return alone ? { ...known, pen: penPart } : known;
    const pen = penAt(penPart);
    const before = journalAt(journalPart);
    const all = alone
      ? { step: base, pen, journal: base.notes.reduce<Journal>(written, before) }
      : converse(base, pen, before, pedal);
    const { sent } = all.step;
    ids += 1;
    const made: HostOp = {
      id: ids,
      host: alone ? base.kept : keepHost(all.step.life),
      pen: alone ? penPart : keepPen(all.pen),
      journal: keepJournal(all.journal, alone ? hostAt(base.kept) : all.step.life),
      sent: sent.map(keepFrame),
      urgent: sent.map(({ message }) => message.kind === 'stop'),
      objection: base.objection ?? objectionToArm(sent, all.journal),
    };
    wholeHostOps.set(key, made);
    return made;
  };

  /** The reservation of what is armed is on the disk before the pen hears of it. */
  const objectionToArm = (
    sent: readonly ToPenFrame[],
    journal: Journal,
  ): Objection | undefined => {
    for (const { message } of sent) {
      if (message.kind !== 'arm') continue;
      look(checked, 'S-24');
      if (!isOnDisk(journal, message.armingId)) {
        return { promise: 'S-24', why: 'an ARM whose reservation is not on the disk' };
      }
    }
    return undefined;
  };

  const codes = new Map<string, number>();
  const codeOf = (name: string): number => {
    const code = codes.get(name) ?? PAIR / 2 + codes.size;
    codes.set(name, code);
    return code;
  };

  return {
    treatment,
    how,
    penAt,
    hostAt,
    journalAt,
    judgeAt,
    keepHost,
    keepJournal,
    keepPen,
    keepFrame,
    hear,
    hearDamaged,
    pass,
    judgeAfter,
    /** The host hears a burst that is whole. */
    told: (part: number, burstPart: number, penPart: number, journalPart: number,
      pedal: Judge['pedal']): HostOp =>
      wholeHostOp(part, burstPart, () => eventsOf(store.valueOf(burstPart) as ToHostBurst), 0,
        undefined, penPart, journalPart, pedal),
    /** A tick of the host's clock, at which it may be time to ask for the pen's. */
    hostTick: (part: number, asks: boolean, penPart: number, journalPart: number): HostOp =>
      wholeHostOp(part, codeOf(asks ? 'asking tick' : 'tick'), () => [{ kind: 'tick' }],
        setting.tickMs, asks ? 'asks the clock' : 'tick', penPart, journalPart, 'none'),
    /** Something that a person asks of the host. */
    act: (part: number, name: string, penPart: number, journalPart: number): HostOp =>
      wholeHostOp(part, codeOf(name), () => [ACTS[name] ?? { kind: 'tick' }], 0, name, penPart,
        journalPart, 'none'),
    /** Anything else that happens to a host. */
    happens: (part: number, name: string, event: HostEvent, penPart: number,
      journalPart: number): HostOp =>
      wholeHostOp(part, codeOf(name), () => [event], 0, name, penPart, journalPart, 'none'),
    /** What is written is on the disk. */
    disk: (journalPart: number, life: HostLife): number =>
      keepJournal(synced(journalAt(journalPart), treatment), life),
    sizes: () => ({
      pens: penOps.size,
      hosts: hostOps.size,
      whole: wholeHostOps.size,
      judged: judged.size,
    }),
  };
}
