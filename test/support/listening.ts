/**
 * A decoder that writes down what it hears and drops, for tests that judge it by its findings.
 */
import type { Message } from '../../protocol/catalogue.ts';
import { createDeframer, type DropReason, type Sender } from '../../protocol/deframe.ts';
import type { Header } from '../../protocol/frame.ts';

/** What a decoder found so far, in order, and how to feed it. */
export interface Listening {
  readonly heard: Message[];
  readonly headers: Header[];
  readonly dropped: DropReason[];
  readonly push: (bytes: Uint8Array) => void;
  readonly bind: (binding: number) => void;
}

/** A decoder with its notes. */
export function listening(options: { binding?: number; sender?: Sender } = {}): Listening {
  const heard: Message[] = [];
  const headers: Header[] = [];
  const dropped: DropReason[] = [];
  const deframer = createDeframer(
    {
      heard: (message, header) => {
        heard.push(message);
        headers.push({ ...header });
      },
      dropped: (why) => dropped.push(why),
    },
    options.sender,
  );
  if (options.binding !== undefined) deframer.bind(options.binding);
  return { heard, headers, dropped, push: deframer.push, bind: deframer.bind };
}

/** Bytes one after the other. */
export const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
