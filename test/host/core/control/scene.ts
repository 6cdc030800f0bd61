/**
 * A treatment as control meets it, event by event: an admitted plan of three areas, a pen that says
 * what a test lets it say, and the few moves that every story is made of.
 */
import { allInOrder } from '../../../../host/core/checklist.ts';
import { controlStep, newControl } from '../../../../host/core/control/control.ts';
import type { ControlEffect, ControlEvent } from '../../../../host/core/control/event.ts';
import type { Control, PhaseKind } from '../../../../host/core/control/state.ts';
import type { AreaTask, Treatment } from '../../../../host/core/control/task.ts';
import type { NoteGiven } from '../../../../host/journal/index.ts';
import type { Answer, LinkedPen, Pages } from '../../../../host/link/session-state.ts';
import type { Energy } from '../../../../protocol/energy.ts';
import { SIGNAL, type Telemetry, type Vitals } from '../../../../protocol/from-pen.ts';
import type { Grant, Request } from '../../../../protocol/to-pen.ts';
import { centiHz, mm2, mn, ms, penMs, strokes, um } from '../../../../protocol/units.ts';

/** The boot in which the pen of a scene is. */
export const BOOT = 77;

/** An area with room for two passes of a hundred strokes. */
export const CHEEK: AreaTask = {
  area: 'cheek',
  side: 'left',
  zone: 'face',
  part: 'face',
  sizeMm2: mm2(1_000),
  depthUm: um(750),
  rateCentiHz: centiHz(8_000),
  passes: 2,
  strokesPerPass: strokes(100),
  strokesLeft: strokes(200),
  contactMsLeft: ms(60_000),
  holdMs: ms(4_000),
  dwellMs: ms(1_000),
  creditStrokes: strokes(20),
  stamp: false,
  shakenUm: um(500),
};
const { shakenUm: _closedThen, ...EYE_TOO } = CHEEK;

/** An eye row in stamp mode. */
export const EYE: AreaTask = {
  ...EYE_TOO,
  area: 'infraorbital',
  zone: 'eye',
  depthUm: um(200),
  rateCentiHz: centiHz(3_000),
  passes: 1,
  strokesPerPass: strokes(40),
  strokesLeft: strokes(40),
  creditStrokes: strokes(2),
  stamp: true,
};

/** An area of the body. */
export const BACK: AreaTask = { ...CHEEK, area: 'back', side: 'right', zone: 'body', part: 'body' };

export const TREATMENT: Treatment = {
  treatmentId: 'treatment-1',
  person: 'person-1',
  operator: 'Operator',
  planHash: '0011223344556677',
  penSerial: 'MP-1',
  cartridgeSerial: 'C-1',
  certificateId: 'CERT-1',
  needleCount: 14,
  headAreaMm2: mm2(50),
  needleOnMsLeft: { face: 600_000, whole: 900_000 },
  puncturesLeft: { face: 100_000, whole: 150_000 },
  pedal: false,
  hasCaseFile: true,
  tasks: [CHEEK, EYE, BACK],
};

/** What the pen says of itself. */
export const PAGES: Pages = {
  identity: {
    kind: 'identity', request: 1, model: 'meridian-p', serial: 'MP-1', firmware: '1.0', hardware: 1,
  },
  capabilities: {
    kind: 'capabilities', request: 2, depthUmMin: um(100), depthUmMax: um(2_000),
    depthStepUm: um(50), rateCentiHzMin: centiHz(2_000), rateCentiHzMax: centiHz(15_000),
    evaluatedDepthUmMax: um(1_500), sensors: 0b11111, capabilities: 1, creditMax: strokes(20),
    leaseMsMax: ms(200), reserveAhead: strokes(200), brakeMsMax: ms(10), retractMsMax: ms(100),
    overshootUm: um(12),
  },
  calibration: {
    kind: 'calibration', request: 3, certificateId: 'CERT-1', class: 'P', issuedDay: 2_300,
    dueDay: 2_800, biasLowUm: um(0), uncertaintyLowUm: um(26), biasHighUm: um(0),
    uncertaintyHighUm: um(60),
  },
  cartridge: {
    kind: 'cartridge', request: 4, present: 1, type: 'patient', modelCode: 114, needleCount: 14,
    needleLengthUm: um(2_500), headAreaMm2: mm2(50), lot: 'L1', serial: 'C-1', expiryDay: 2_900,
    usedStrokes: strokes(0),
  },
  ledger: {
    kind: 'ledger', request: 5, strokes: strokes(1_000), counted: strokes(900),
    reserved: strokes(1_000), bootId: BOOT, bootCount: 3, closed: 1, lastArmingId: 0,
  },
  latch: {
    kind: 'latch', request: 6, reason: 'none', latchId: 4, atPenMs: penMs(0), strokes: strokes(0),
    bootId: BOOT,
  },
};

/** A linked pen with some pages of its own. */
export const penWith = (pages: Partial<Pages> = {}, bootId = BOOT): LinkedPen => ({
  bootId,
  session: 9,
  schemaMatches: true,
  pages: { ...PAGES, ...pages },
});

/** A latch page with a reason. */
export const latchPage = (reason: Pages['latch']['reason'], latchId = 5): Pages['latch'] => ({
  ...PAGES.latch,
  reason,
  latchId,
});

const { retracted, cartridge, encoderOk, contactSensed, motionSensed } = SIGNAL;
/** A pen at rest: withdrawn, with a cartridge and working sensors, touching nothing. */
export const AT_REST = retracted | cartridge | encoderOk | contactSensed | motionSensed;
/** A finger on the trigger, needles on the skin. */
export const PRESSED = (AT_REST & ~retracted) | SIGNAL.trigger | SIGNAL.contact;
/** A finger on the trigger of a pen that has not begun. */
export const HELD = AT_REST | SIGNAL.trigger;

/** Telemetry of an idle pen. */
export const TELEMETRY: Telemetry = {
  kind: 'telemetry', penMs: penMs(50_000), strokes: strokes(1_000), phase: 'idle', latch: 'none',
  signals: AT_REST, armingId: 0, holdId: 3, depthUm: undefined, rateCentiHz: centiHz(0),
  forceMn: mn(500), tiltDeg: 3, glideMmS: 30,
};

export const VITALS: Vitals = {
  kind: 'vitals', batteryPercent: 80, batteryMv: 3_900, temperatureDeciC: 300, motorMa: 100,
  counted: strokes(900), reserved: strokes(1_000),
};

/** What a pen with energy tells before its first pulse. */
export const NO_ENERGY: Energy = {
  kind: 'energy', penMs: penMs(50_000), pulses: 40, stage: 'none', armingId: 0, outside: 0,
  impedanceOhm: undefined, tissueDeciC: 340, end: 'none', deliveredMicroJoule: 0, deliveredMs: 0,
  pulseImpedanceOhm: undefined, pulseDeciC: undefined, pulseDepthUm: undefined,
};

/** A control machine that a test speaks to. */
export interface Scene {
  control: Control;
  telemetry: Telemetry;
  /** What the pen tells five times a second, if anything. */
  vitals: Vitals | undefined;
  /** Effects of everything so far. */
  readonly effects: ControlEffect[];
  readonly tell: (event: ControlEvent, elapsedMs?: number) => readonly ControlEffect[];
  /** Lets the pen tell its state, ten milliseconds on, with what has changed since. */
  readonly hear: (change?: Partial<Telemetry>, elapsedMs?: number) => readonly ControlEffect[];
  /** Answers the newest request. */
  readonly answer: (answer: Omit<Answer, 'request'>) => readonly ControlEffect[];
  readonly phase: () => PhaseKind;
}

type Ask = Extract<ControlEffect, { readonly kind: 'ask' }>;

/** Requests among effects. */
export const asksOf = (effects: readonly ControlEffect[]): readonly Request[] =>
  effects.filter((effect) => effect.kind === 'ask').map(({ message }) => message);

/** Grants among effects. */
export const grantsOf = (effects: readonly ControlEffect[]): readonly Grant[] =>
  effects.flatMap((effect) =>
    effect.kind === 'grant' && effect.grant.kind === 'grant' ? [effect.grant] : []);

/** Lines for the journal among effects. */
export const notesOf = (effects: readonly ControlEffect[]): readonly NoteGiven[] =>
  effects.filter((effect) => effect.kind === 'note').map(({ note }) => note);

/** Codes of refusals among effects. */
export const refusalsOf = (effects: readonly ControlEffect[]): readonly string[] =>
  effects
    .filter((effect) => effect.kind === 'refuse')
    .flatMap(({ refusals }) => refusals.map(({ code }) => code));

/** Whether a stop is among effects. */
export const stops = (effects: readonly ControlEffect[]): boolean =>
  effects.some(({ kind }) => kind === 'stop');

/** Begins a scene: a treatment whose pen is not there. */
export function createScene(treatment: Treatment = TREATMENT): Scene {
  let lastAsk: Ask | undefined;
  const scene: Scene = {
    control: { ...newControl(treatment, 1), room: allInOrder('Anna') },
    telemetry: TELEMETRY,
    vitals: VITALS,
    effects: [],
    tell: (event, elapsedMs = 0) => {
      const step = controlStep(scene.control, event, elapsedMs);
      scene.control = step.control;
      scene.effects.push(...step.effects);
      lastAsk = step.effects.findLast((effect) => effect.kind === 'ask') ?? lastAsk;
      return step.effects;
    },
    hear: (change = {}, elapsedMs = 10) => {
      const at = penMs(scene.telemetry.penMs + elapsedMs);
      scene.telemetry = { ...scene.telemetry, penMs: at, ...change };
      const { telemetry, vitals } = scene;
      if (vitals !== undefined && at % 200 < elapsedMs) scene.tell({ kind: 'vitals', vitals });
      return scene.tell(
        { kind: 'heard', telemetry, missed: 0, lagMs: 5, roundTripMs: 4 },
        elapsedMs,
      );
    },
    answer: (answer) => {
      if (lastAsk === undefined) throw new Error('nothing was asked');
      const whole = { request: 1, ...answer } as Answer;
      return scene.tell({ kind: 'answered', ticket: lastAsk.ticket, answer: whole });
    },
    phase: () => scene.control.phase.kind,
  };
  return scene;
}

/** The pen did as asked. */
export const DONE = {
  kind: 'outcome', outcome: 'done', reason: 'none', asked: 0, allowed: 0,
} as const;

/** The pen refused. */
export const refusedFor = (reason: Extract<Answer, { kind: 'outcome' }>['reason']) =>
  ({ ...DONE, outcome: 'refused', reason }) as const;

/** The ledger as it reads at a count. */
export const ledgerAt = (
  count: number,
  change: Partial<Pages['ledger']> = {},
): Pages['ledger'] => ({
  ...PAGES.ledger,
  strokes: strokes(count),
  counted: strokes(Math.max(0, count - 100)),
  ...change,
});

/** A scene whose pen is linked and at rest. */
export function ready(treatment: Treatment = TREATMENT): Scene {
  const scene = createScene(treatment);
  scene.tell({ kind: 'linked', pen: penWith() });
  scene.tell({ kind: 'vitals', vitals: VITALS });
  scene.hear();
  return scene;
}

type Wish = Extract<ControlEvent, { readonly kind: 'arm' }>;

/** A request to arm the cheek, or what is asked instead. */
export const armWish = (change: Partial<Wish> = {}): Wish => ({
  kind: 'arm', area: 'cheek', side: 'left', eyeConfirmed: false, ...change,
});

/** A scene that waits for its reservation to be on disk. */
export function reserving(treatment?: Treatment, wish: Partial<Wish> = {}): Scene {
  const scene = ready(treatment);
  scene.tell(armWish(wish));
  return scene;
}

const synced = (scene: Scene) =>
  scene.tell({ kind: 'synced', token: scene.control.nextArmingId - 1 });

/** A scene in the middle of telling the pen of its area. */
export function loading(treatment?: Treatment, wish: Partial<Wish> = {}): Scene {
  const scene = reserving(treatment, wish);
  synced(scene);
  return scene;
}

/** Takes a scene from a reservation to an armed pen. */
export function finishArming(scene: Scene): void {
  synced(scene);
  scene.answer(PAGES.cartridge);
  scene.answer(DONE);
  scene.answer(DONE);
  scene.hear({ phase: 'armed', armingId: scene.control.nextArmingId - 1 });
}

/** A scene whose pen is armed. */
export function armed(treatment?: Treatment, wish: Partial<Wish> = {}): Scene {
  const scene = reserving(treatment, wish);
  finishArming(scene);
  return scene;
}

/** Presses the trigger of an armed pen. */
export const press = (scene: Scene) =>
  scene.hear({ signals: HELD, holdId: scene.telemetry.holdId + 1 });

/** A scene whose needles move. */
export function running(treatment?: Treatment, wish: Partial<Wish> = {}): Scene {
  const scene = armed(treatment, wish);
  press(scene);
  stroke(scene, 1);
  return scene;
}

/** Lets the pen make strokes while ten milliseconds, or as many as told, go by. */
export function stroke(scene: Scene, count: number, change: Partial<Telemetry> = {}, forMs = 10) {
  const { phase } = scene.control;
  const arming = 'arming' in phase ? phase.arming : undefined;
  const task = arming && scene.control.treatment.tasks[arming.taskIndex];
  return scene.hear(
    {
      phase: 'running', signals: PRESSED, strokes: strokes(scene.telemetry.strokes + count),
      rateCentiHz: task?.rateCentiHz ?? centiHz(0), depthUm: task?.depthUm, ...change,
    },
    forMs,
  );
}

/** The finger lets go, and the pen stands again. */
export const release = (scene: Scene) =>
  scene.hear({ phase: 'armed', signals: AT_REST, rateCentiHz: centiHz(0), depthUm: undefined });

/** A scene in which an area is being left. */
export function ending(): Scene {
  const scene = armed();
  scene.tell({ kind: 'end-area' });
  return scene;
}

/** A scene in which STOP was sent while the needles moved. */
export function stopping(): Scene {
  const scene = running();
  scene.tell({ kind: 'stop', by: 'Anna' });
  return scene;
}

/** Lets the pen show that it is latched. */
export const showLatched = (scene: Scene) =>
  scene.hear({
    phase: 'latched', latch: 'host-stop', signals: AT_REST, armingId: 0, rateCentiHz: centiHz(0),
    depthUm: undefined,
  });

/** A scene that waits for a person to clear a stop. */
export function latched(): Scene {
  const scene = stopping();
  showLatched(scene);
  scene.answer(ledgerAt(scene.telemetry.strokes));
  scene.answer(latchPage('host-stop'));
  return scene;
}

/** A scene in which the pen was asked to clear its latch. */
export function clearing(): Scene {
  const scene = latched();
  scene.tell({ kind: 'clear', by: 'Anna' });
  return scene;
}

/** A scene whose link was lost with an arming open. */
export function cutOff(): Scene {
  const scene = running();
  scene.tell({ kind: 'link-lost', why: 'silent' });
  return scene;
}

/** A scene that is over. */
export function finished(): Scene {
  const scene = ready();
  scene.tell({ kind: 'finish', by: 'Anna', outcome: 'completed' });
  return scene;
}

/** A scene whose journal failed. */
export function failed(): Scene {
  const scene = running();
  scene.tell({ kind: 'journal-failed', why: 'failed' });
  return scene;
}

/** A scene in every phase that there is. */
export const SCENES: Readonly<Record<PhaseKind, () => Scene>> = {
  unlinked: cutOff,
  ready,
  reserving: () => reserving(),
  loading: () => loading(),
  armed: () => armed(),
  running: () => running(),
  ending,
  stopping,
  latched,
  clearing,
  finished,
  failed,
};
