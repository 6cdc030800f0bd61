// The key that is held for the needles of a simulated pen to move. It is held by a finger or by the
// space bar or Enter on it, says so again and again, and lets go of itself when the finger goes,
// the focus goes, the window goes behind, or this part goes. The desk takes silence for letting go
// too.

import { createSignal, type JSX, onCleanup, onMount } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../words/use-words.ts';

/** How often a hold is said. */
const SAY_MS = 150;

const isHoldKey = ({ key }: KeyboardEvent): boolean => key === ' ' || key === 'Enter';

/** The key. */
export function HoldKey(): JSX.Element {
  const { link } = useDesk();
  const words = useWords();
  const [held, setHeld] = createSignal(false);
  let saying: ReturnType<typeof setInterval> | undefined;
  const say = (holds: boolean): void => void link.ask({ kind: 'bench-hold', held: holds });
  const hold = (): void => {
    if (saying !== undefined) return;
    setHeld(true);
    say(true);
    saying = setInterval(() => say(true), SAY_MS);
  };
  const release = (): void => {
    if (saying === undefined) return;
    clearInterval(saying);
    saying = undefined;
    setHeld(false);
    say(false);
  };
  const hidden = (): void => {
    if (document.hidden) release();
  };
  onMount(() => {
    window.addEventListener('blur', release);
    document.addEventListener('visibilitychange', hidden);
  });
  onCleanup(() => {
    release();
    window.removeEventListener('blur', release);
    document.removeEventListener('visibilitychange', hidden);
  });
  return (
    <button
      type="button"
      class="hold-key"
      data-hold
      aria-pressed={held()}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        hold();
      }}
      onPointerUp={release}
      onPointerCancel={release}
      onLostPointerCapture={release}
      onContextMenu={(event) => event.preventDefault()}
      onBlur={release}
      onKeyDown={(event) => {
        if (!isHoldKey(event)) return;
        event.preventDefault();
        if (!event.repeat) hold();
      }}
      onKeyUp={(event) => {
        if (isHoldKey(event)) release();
      }}
    >
      <strong>{words().t(held() ? 'bench.hold-held' : 'bench.hold-says')}</strong>
      <span>{words().t('bench.hold-title')}</span>
    </button>
  );
}
