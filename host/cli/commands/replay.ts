// Replays a recording and shows what happened; nothing is opened but the file, and nothing moves.

import { readRecording } from '../../replay/read-recording.ts';
import { replay } from '../../replay/replay.ts';
import { EXIT } from '../exit-code.ts';
import { failed, type Outcome } from '../outcome.ts';
import { closingLines, headLines, timelineLines } from '../replay-text.ts';

/** What a replay is asked with. */
export interface ReplayAsked {
  readonly path: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly messages: boolean;
  readonly cut: boolean;
}

const MS_PER_S = 1_000;

/** Seconds as somebody wrote them. */
function secondsIn(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  return text.trim() === '' ? Number.NaN : Number(text) * MS_PER_S;
}

/** Runs it. */
export function replayCommand(asked: ReplayAsked): Outcome {
  const fromMs = secondsIn(asked.from, 0);
  const toMs = secondsIn(asked.to, Infinity);
  if (!(fromMs >= 0) || !(toMs >= fromMs)) {
    return failed(EXIT.usage, [
      '--from and --to are seconds of the recording, the first before the second, such as 12.5.',
    ]);
  }
  const recording = readRecording(asked.path, asked.cut);
  if (!recording.ok) return failed(EXIT.journal, [recording.error]);
  const { head, whole } = recording.value;
  const replayed = replay(recording.value);
  const showing = { messages: asked.messages, fromMs, toMs };
  const same = replayed.divergence === undefined;
  const { moments, ...sums } = replayed;
  const shown = moments.filter(
    ({ atMs, happening }) =>
      atMs >= fromMs && atMs <= toMs && (asked.messages || !happening.kind.endsWith('-said')),
  );
  return {
    code: same ? EXIT.done : EXIT.refused,
    lines: [
      ...headLines(head),
      ...timelineLines(moments, showing),
      ...closingLines(replayed, whole),
    ],
    complaints: [],
    document: { ok: same, exitCode: same ? EXIT.done : EXIT.refused, head, whole, ...sums,
      moments: shown },
  };
}
