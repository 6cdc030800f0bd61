// The ear of the kit: the pen's bytes as messages, with the instant at which each was heard. It
// judges nothing and forgets what came before it was told to begin anew.

import { createDeframer, type DropReason } from '../../protocol/deframe.ts';
import { FROM_PEN, type FromPen, type Telemetry, type Vitals } from '../../protocol/from-pen.ts';
import type { Message } from '../../protocol/catalogue.ts';
import type { Header } from '../../protocol/frame.ts';
import { lineText } from '../../protocol/service-line.ts';

/** A frame of the pen, and when it came. */
export interface Heard<Kind extends FromPen = FromPen> {
  readonly message: Kind;
  readonly header: Header;
  readonly atMs: number;
}

/** What was heard. */
export interface Ear {
  readonly push: (bytes: Uint8Array, nowMs: number) => void;
  /** Says how late it is, on whatever clock the kit runs. */
  readonly setNow: (nowMs: number) => void;
  readonly nowMs: () => number;
  /** Everything since it began anew, in order. */
  readonly frames: () => readonly Heard[];
  readonly telemetry: () => Heard<Telemetry> | undefined;
  readonly vitals: () => Heard<Vitals> | undefined;
  /** Lines of text since it began anew, without their ends. */
  readonly lines: () => readonly string[];
  /** Frames that nothing can be made of, over the whole life of the ear. */
  readonly drops: () => ReadonlyMap<DropReason, number>;
  readonly beginAnew: () => void;
}

/** More frames than any check waits for; beyond it the oldest half is let go. */
const FRAMES_MAX = 8_192;

/** More lines than any answer has. */
const LINES_MAX = 256;

const KINDS: ReadonlySet<string> = new Set(FROM_PEN.map(({ kind }) => kind));

const isFromPen = (message: Message): message is FromPen => KINDS.has(message.kind);

/** Makes an ear. */
export function createEar(): Ear {
  let frames: Heard[] = [];
  let lines: string[] = [];
  let now = 0;
  let telemetry: Heard<Telemetry> | undefined;
  let vitals: Heard<Vitals> | undefined;
  const drops = new Map<DropReason, number>();

  const deframer = createDeframer(
    {
      heard: (message, { session, seq, ack }) => {
        if (!isFromPen(message)) return;
        const frame = { message, header: { session, seq, ack }, atMs: now };
        frames.push(frame);
        if (frames.length > FRAMES_MAX) frames = frames.slice(FRAMES_MAX / 2);
        if (message.kind === 'telemetry') telemetry = { ...frame, message };
        if (message.kind === 'vitals') vitals = { ...frame, message };
      },
      dropped: (why) => drops.set(why, (drops.get(why) ?? 0) + 1),
      line: (bytes) => {
        if (lines.length < LINES_MAX) lines.push(lineText(bytes));
      },
    },
    'pen',
  );

  return {
    push: (bytes, nowMs) => {
      now = nowMs;
      deframer.push(bytes);
    },
    setNow: (nowMs) => {
      now = nowMs;
    },
    nowMs: () => now,
    frames: () => frames,
    telemetry: () => telemetry,
    vitals: () => vitals,
    lines: () => lines,
    drops: () => drops,
    beginAnew: () => {
      frames = [];
      lines = [];
      telemetry = undefined;
      vitals = undefined;
    },
  };
}
