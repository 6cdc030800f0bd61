// Whatever hangs at the far end of a cable: a pen or an instrument, as the places where they listen
// know them. It takes bytes and has bytes to give, and that is all a cable needs.

/** What is plugged into a simulated cable. */
export interface OnWire {
  readonly serial: string;
  readonly receive: (bytes: Uint8Array) => void;
  /** Who takes what it sends; the bytes are valid during the call only. */
  readonly onFrame: (taker: (bytes: Uint8Array) => void) => void;
}
