// The one place where a service console grows older: every wait of a stage is an age in it.

import type { Stage } from './state.ts';

const plus = (ageMs: number | undefined, elapsedMs: number): number | undefined =>
  ageMs === undefined ? undefined : ageMs + elapsedMs;

/** The same stage, so many milliseconds later. */
export function older(stage: Stage, elapsedMs: number): Stage {
  switch (stage.kind) {
    case 'meeting':
      return {
        ...stage,
        ageMs: stage.ageMs + elapsedMs,
        knockMs: plus(stage.knockMs, elapsedMs),
        pauseMs: plus(stage.pauseMs, elapsedMs),
      };
    case 'open': {
      const { asked } = stage;
      return asked === undefined
        ? stage
        : { ...stage, asked: { ...asked, ageMs: asked.ageMs + elapsedMs } };
    }
    case 'stopping':
    case 'leaving':
    case 'greeting':
      return { ...stage, ageMs: stage.ageMs + elapsedMs };
    case 'over':
      return stage;
  }
}
