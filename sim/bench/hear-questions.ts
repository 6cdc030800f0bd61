/**
 * What an instrument makes of what a host sends: questions, zero, hold. Each style has its own
 * words; one that says things by itself hears nothing.
 */
import type { LineStyle } from './instrument-make.ts';

/** What can be asked of an instrument. */
export interface Asked {
  readonly ask: () => void;
  readonly zero: () => void;
  readonly hold: () => void;
  readonly unknown: () => void;
}

/** Longer commands than any are forgotten. */
const COMMAND_MAX = 16;
const RETURN = 0x0d;

/** Hears the bytes of a host. */
export function hearQuestions(style: LineStyle, asked: Asked): (bytes: Uint8Array) => void {
  if (style === 'tachometer' || style === 'peak-hold') return () => undefined;
  // Adapters and boxes answer to anything, once for whatever comes together.
  if (style === 'plain' || style === 'mitutoyo') {
    return (bytes) => {
      if (bytes.length > 0) asked.ask();
    };
  }
  const words: Readonly<Record<string, () => void>> =
    style === 'cdi'
      ? { R: asked.ask, C: asked.zero, H: asked.hold }
      : { '?': asked.ask };
  let command = '';
  const obey = (): void => {
    const known = Object.hasOwn(words, command) ? words[command] : undefined;
    if (known !== undefined) known();
    else if (style === 'mark-10') asked.unknown();
    command = '';
  };
  return (bytes) => {
    for (const byte of bytes) {
      if (byte === RETURN) obey();
      else command = (command + String.fromCharCode(byte)).slice(-COMMAND_MAX);
    }
  };
}
