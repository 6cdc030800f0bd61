// Replays a recording: the same pieces through the same decoder, the same events through the same
// reducer with the same milliseconds between them. What the host then wants to send is held against
// what it did send, byte for byte; the first difference is named.

import { createDeframer } from '../../protocol/deframe.ts';
import { createEncoder } from '../../protocol/frame.ts';
import { FROM_PEN, type FromPen } from '../../protocol/from-pen.ts';
import type { Message } from '../../protocol/catalogue.ts';
import type { ToPen } from '../../protocol/to-pen.ts';
import { type Host, type HostEffect, type HostEvent, hostStep, NEW_HOST } from
  '../loop/host-step.ts';
import type { Divergence, Happening, Moment, Replayed } from './moment.ts';
import { changesOf } from './changes.ts';
import { bytesOf, hexOf, type Recording, type RecordingLine, unpack } from './recording.ts';

type FrameEvent = Extract<HostEvent, { readonly kind: 'frame' }>;

const KINDS: Readonly<Record<HostEvent['kind'], true>> = {
  greet: true, 'port-closed': true, frame: true, pedal: true, synced: true, 'journal-failed': true,
  'host-trouble': true, room: true, arm: true, 'end-area': true, stop: true, clear: true,
  finish: true, begin: true, tick: true,
};

/** An event that was packed; what its kind does not say was written by this very program. */
const isEvent = (value: unknown): value is HostEvent =>
  typeof value === 'object' && value !== null && 'kind' in value
  && typeof value.kind === 'string' && Object.hasOwn(KINDS, value.kind);

const TICK: HostEvent = { kind: 'tick' };
const PEN_KINDS: ReadonlySet<string> = new Set(FROM_PEN.map(({ kind }) => kind));
const isFromPen = (message: Message): message is FromPen => PEN_KINDS.has(message.kind);
const isToPen = (message: Message): message is ToPen => !isFromPen(message);

/** Everything that changes as a replay goes on. */
interface Course {
  host: Host;
  atMs: number;
  steps: number;
  framesIn: number;
  framesOut: number;
  strokes: number;
  counter: number | undefined;
  divergence: Divergence | undefined;
  readonly frames: FrameEvent[];
  readonly wanted: string[];
  readonly moments: Moment[];
}

/** Replays it all. */
export function replay({ lines }: Recording): Replayed {
  const course: Course = {
    host: NEW_HOST, atMs: 0, steps: 0, framesIn: 0, framesOut: 0, strokes: 0, counter: undefined,
    divergence: undefined, frames: [], wanted: [], moments: [],
  };
  const act = createActor(course);
  for (const line of lines) act(line);
  const [left] = course.wanted;
  if (left !== undefined) diverge(course, 'nothing', left);
  const { moments, framesOut, framesIn, steps, strokes, divergence } = course;
  const outcome = outcomeOf(course.host);
  return { moments, framesOut, framesIn, steps, strokes, outcome, divergence };
}

function outcomeOf({ control }: Host): string {
  if (control === undefined) return 'no treatment';
  const { phase } = control;
  return phase.kind === 'finished' ? phase.outcome : `left while ${phase.kind}`;
}

const note = (course: Course, happening: Happening): void => {
  course.moments.push({ atMs: course.atMs, happening });
};

/** What the host said to the pen, in words, out of bytes that went out. */
function createActor(course: Course): (line: RecordingLine) => void {
  const encode = createEncoder();
  const inbound = createDeframer({
    heard: (message, { session, seq, ack }) => {
      course.framesIn += 1;
      course.frames.push({ kind: 'frame', message, header: { session, seq, ack } });
      if (isFromPen(message)) heard(course, message, seq);
    },
    dropped: (why) => note(course, { kind: 'dropped', why }),
  });
  const perform = (effect: HostEffect): void => {
    if (effect.kind === 'send') {
      course.wanted.push(hexOf(encode(effect.message, effect.header, effect.binding)));
      const { message, header } = effect;
      if (isToPen(message)) note(course, { kind: 'host-said', message, seq: header.seq });
    } else if (effect.kind === 'refuse') {
      note(course, { kind: 'refused', what: effect.what, refusals: effect.refusals });
    }
  };
  return (line) => {
    if ('t' in line) course.atMs = line.t;
    if ('in' in line) inbound.push(bytesOf(line.in));
    else if ('out' in line) compare(course, line.out);
    else if ('end' in line) note(course, { kind: 'ended', why: line.end });
    else stepBy(course, line, perform);
  };
}

/** Strokes are counted as the pen tells them, from its first word on. */
function heard(course: Course, message: FromPen, seq: number): void {
  note(course, { kind: 'pen-said', message, seq });
  if (message.kind !== 'telemetry') return;
  const before = course.counter ?? message.strokes;
  if (message.strokes > before) {
    course.strokes += message.strokes - before;
    note(course, { kind: 'strokes', from: before, to: message.strokes });
  }
  course.counter = message.strokes;
}

function eventOf(course: Course, line: Extract<RecordingLine, { readonly d: number }>) {
  if (line.e === undefined) return course.frames.shift();
  if (line.e === 'tick') return TICK;
  const event = unpack(line.e);
  return isEvent(event) ? event : undefined;
}

function stepBy(
  course: Course,
  line: Extract<RecordingLine, { readonly d: number }>,
  perform: (effect: HostEffect) => void,
): void {
  const event = eventOf(course, line);
  if (event === undefined) return diverge(course, 'a step of the host', 'no event for it');
  const before = course.host;
  const step = hostStep(before, event, line.d);
  course.host = step.host;
  course.steps += 1;
  for (const happening of changesOf(before, step.host, event)) note(course, happening);
  for (const effect of step.effects) perform(effect);
}

function compare(course: Course, recorded: string): void {
  course.framesOut += 1;
  const replayed = course.wanted.shift();
  if (replayed !== recorded) diverge(course, recorded, replayed ?? 'nothing');
}

/** The first difference counts: what follows it follows from it. */
function diverge(course: Course, recorded: string, replayed: string): void {
  const { atMs, framesOut: frame } = course;
  course.divergence ??= { atMs, frame, recorded, replayed };
}
