// The road between a window and the desk, as either end sees it: lines of JSON text, one message in
// each. A message port in Electron and a WebSocket on loopback are the two roads there are; what is
// said on them is the same to the letter, and neither end knows which one it is.

/** One end of a road. */
export interface Carrier {
  /** Sends one message; a road that is closed takes it and says nothing. */
  readonly send: (text: string) => void;
  /** Bytes that were sent and have not left yet: how far the other end is behind. */
  readonly waitingBytes: () => number;
  /** Hears every message; there is one listener. */
  readonly onMessage: (hear: (text: string) => void) => void;
  /** Hears once that the road is closed, from whichever end. */
  readonly onClose: (hear: () => void) => void;
  readonly close: () => void;
}
