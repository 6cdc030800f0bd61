// The narrowest door between a host and a pen: bytes out, bytes in, and an end. A serial port, a
// socket, a HID bridge and a piece of memory all look like this, and nothing above knows which.

/** An open carrier of bytes. Whoever opened it closes it. */
export interface BytePort {
  /** What a person would call it, for instance a device path. */
  readonly name: string;

  /**
   * Queues bytes and returns at once; false means that the queue was full or the port closed, and
   * nothing of them was sent.
   */
  write(bytes: Uint8Array): boolean;

  /**
   * Like `write`, but what was queued and not yet handed to the system is dropped first: for STOP
   * alone.
   */
  writeUrgent(bytes: Uint8Array): boolean;

  /**
   * Hears bytes as they arrive. They are valid during the call only. Returns how to stop hearing.
   */
  onBytes(listener: (bytes: Uint8Array) => void): () => void;

  /** Hears, at most once, why the port ended. Silence does not mean that it has not. */
  onClosed(listener: (why: string) => void): () => void;

  /** Closes the port and resolves when its descriptors are free. */
  close(): Promise<void>;
}

/** The most bytes that a port holds back before it refuses more. */
export const WRITE_QUEUE_BYTES_MAX = 4096;
