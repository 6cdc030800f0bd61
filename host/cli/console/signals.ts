// The signals by which somebody asks a program to end. They are heard as a wish, because a pen may
// have to be stopped first.

import process from 'node:process';
import type { Listening } from './keyboard.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Hears every signal that asks to end. */
export function hearSignals(hear: () => void): Listening {
  for (const signal of SIGNALS) process.on(signal, hear);
  return {
    close: () => {
      for (const signal of SIGNALS) process.off(signal, hear);
    },
  };
}
