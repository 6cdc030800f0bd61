// What a host tells whoever records it, made into lines. Where they go is somebody else's business.

import { hexOf, pack, type RecordingHead } from './recording.ts';

/** Hears what a host hears, says and does. */
export interface Recorder {
  readonly heard: (bytes: Uint8Array) => void;
  readonly sent: (bytes: Uint8Array, how: { readonly urgent: boolean; readonly lost: boolean }) =>
    void;
  /** A step of the reducer: by the next frame, or by another event. */
  readonly stepped: (event: { readonly kind: string }, elapsedMs: number) => void;
  readonly ended: (why: string) => void;
}

/** Makes the first line. */
export const headLine = (head: RecordingHead): string => JSON.stringify(head);

/** Makes a recorder that writes lines. */
export function recordLines(write: (line: string) => void, nowMs: () => number): Recorder {
  const fromMs = nowMs();
  const at = (): string => (nowMs() - fromMs).toFixed(3);
  return {
    heard: (bytes) => write(`{"t":${at()},"in":"${hexOf(bytes)}"}`),
    sent: (bytes, { urgent, lost }) => {
      const how = `${urgent ? ',"urgent":true' : ''}${lost ? ',"lost":true' : ''}`;
      write(`{"t":${at()},"out":"${hexOf(bytes)}"${how}}`);
    },
    stepped: (event, elapsedMs) => {
      if (event.kind === 'frame') write(`{"d":${elapsedMs}}`);
      else if (event.kind === 'tick') write(`{"d":${elapsedMs},"e":"tick"}`);
      else write(`{"d":${elapsedMs},"e":${pack(event)}}`);
    },
    ended: (why) => write(`{"t":${at()},"end":${JSON.stringify(why)}}`),
  };
}
