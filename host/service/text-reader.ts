// Lines of a pen by serialport's own readline parser, in Latin-1, so that no byte is made of two.
// The parser keeps everything until a line ends and has no bound of its own; the bound stands in
// front of it, in the decoder: only a whole block of at most 66 bytes that ends in CR LF gets here.

import { ReadlineParser } from '@serialport/parser-readline';

/** Takes blocks that were found to be lines, and says their text. */
export interface TextReader {
  readonly push: (line: Uint8Array) => void;
  /** Says nothing any more. */
  readonly destroy: () => void;
}

/** Makes a reader. */
export function createTextReader(onLine: (text: string) => void): TextReader {
  // Lines as objects: a stream of characters would join what comes while nobody reads.
  const parser = new ReadlineParser({
    delimiter: Buffer.from('\r\n', 'latin1'),
    encoding: 'latin1',
    readableObjectMode: true,
  });
  parser.on('data', onLine);
  return {
    // A copy: the bytes are the decoder's, and are valid during the call only.
    push: (line) => {
      if (!parser.destroyed) parser.write(Buffer.from(line));
    },
    destroy: () => void parser.destroy(),
  };
}
