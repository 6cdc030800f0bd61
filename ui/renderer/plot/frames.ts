// Frames as they are needed: one is asked for at a time, and none before the last is so long ago.

/** Asks for frames. */
export interface Frames {
  /** A frame, if none is on its way and the last one was so long ago. */
  readonly ask: (dueMs: number) => void;
  readonly end: () => void;
}

/** Asks for frames in which something is drawn. */
export function createFrames(draw: () => void): Frames {
  let frame = 0;
  let drawnMs = 0;
  const onFrame = (): void => {
    frame = 0;
    drawnMs = performance.now();
    draw();
  };
  return {
    ask: (dueMs) => {
      if (frame !== 0 || performance.now() - drawnMs < dueMs) return;
      frame = requestAnimationFrame(onFrame);
    },
    end: () => cancelAnimationFrame(frame),
  };
}
