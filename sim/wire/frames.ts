/**
 * Cuts what one end wrote into frames, so that bad luck and faults can strike one of them.
 *
 * A frame here is a run of bytes other than zero with the zeros around it. The wire understands no
 * more than that, and joins nothing: half a frame that was written alone travels alone.
 */

/** The pieces of one write, in order; together they are the write, byte for byte. */
export function splitFrames(bytes: Uint8Array): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let start = 0;
  for (let at = 1; at < bytes.length; at += 1) {
    // A zero after a byte that is none closes a frame, and what follows belongs to the next.
    const closed = bytes[at] === 0 && bytes[at - 1] !== 0;
    if (!closed) continue;
    pieces.push(bytes.slice(start, at + 1));
    start = at + 1;
  }
  if (start < bytes.length) pieces.push(bytes.slice(start));
  return pieces;
}

/** Whether a piece holds anything but delimiters. */
export function isFrame(piece: Uint8Array): boolean {
  return piece.some((byte) => byte !== 0);
}
