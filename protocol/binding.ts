// What ties a frame to one conversation: the session number, to which both ends give half, and the
// binding, a CRC register already run over schema hash and boot id. The binding is never sent; an
// actuating frame whose sender had another schema or another boot in mind fails its check.

import { CRC_START, crc32c, crcUpdate } from './crc.ts';

const words = (first: number, second: number): Uint8Array => {
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, first, true);
  view.setUint32(4, second, true);
  return bytes;
};

/** The session number made of both nonces; never 0, which means no session. */
export const sessionOf = (hostNonce: number, penNonce: number): number =>
  crc32c(words(hostNonce, penNonce)) || 1;

/** The register that the check of bound frames starts from. */
export const bindingOf = (schemaHash: number, bootId: number): number =>
  crcUpdate(CRC_START, words(schemaHash, bootId), 0, 8);
