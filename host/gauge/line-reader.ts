// Bytes of a gauge to lines, by serialport's own readline parser, in Latin-1, so that no byte is
// lost or made of two. Two things it does not do are done around it: it keeps everything until a
// line ends, so a bound stands in front; and it passes on half a line when it is ended, so it is
// only ever destroyed.

import { ReadlineParser } from '@serialport/parser-readline';
import { createLineBound } from '../core/gauge/line-bound.ts';
import type { Manners } from '../core/gauge/manners.ts';

/** Cuts the bytes of one gauge into lines. */
export interface LineReader {
  /** Takes bytes as they arrive, and says each line that they complete. */
  readonly push: (bytes: Uint8Array) => void;
  /** Bytes since a line last ended. */
  readonly unendedBytes: () => number;
  /** Forgets half a line and says nothing any more. */
  readonly destroy: () => void;
}

/** Makes a reader for lines that end as these manners say. */
export function createLineReader(
  { lineEnd, forgivesReturn }: Pick<Manners, 'lineEnd' | 'forgivesReturn'>,
  onLine: (text: string) => void,
): LineReader {
  const bound = createLineBound(lineEnd);
  // Lines as objects: a stream of bytes would swallow empty lines, and join lines while paused.
  const parser = new ReadlineParser({
    delimiter: Buffer.from(lineEnd, 'latin1'),
    encoding: 'latin1',
    readableObjectMode: true,
  });
  parser.on('data', (line: string) => {
    onLine(forgivesReturn && line.endsWith('\r') ? line.slice(0, -1) : line);
  });
  return {
    push: (bytes) => {
      if (!parser.destroyed) parser.write(Buffer.from(bound.take(bytes)));
    },
    unendedBytes: bound.unendedBytes,
    destroy: () => void parser.destroy(),
  };
}
