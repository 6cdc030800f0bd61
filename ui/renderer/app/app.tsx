// The window as a whole: it waits for the desk to speak, then gives all parts the desk and the
// words, and shows the screen that is called for. Nothing is decided here.

import '../style/tokens.css';
import '../style/base.css';
import '../style/controls.css';
import '../style/shell.css';
import '../style/screens.css';
import '../style/treat.css';
import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import type { DeskState } from '../../contract/desk-state.ts';
import type { Link } from '../link.ts';
import { useWords, WordsProvider } from '../words/use-words.ts';
import { DeskProvider, useDesk } from './desk.tsx';
import { listenForKeys, takeDrops } from './keys.ts';
import { listenForScanners } from './scanner.ts';
import { Shell } from './shell.tsx';
import { followTheme } from './theme.ts';

/** The window. */
export function App(props: { readonly link: Link }): JSX.Element {
  const [first, setFirst] = createSignal<DeskState | undefined>(props.link.state());
  onCleanup(props.link.on('state', (state) => setFirst((kept) => kept ?? state)));
  return (
    <Show when={first()} fallback={<Waiting />}>
      {(state) => (
        <DeskProvider link={props.link} first={state()}>
          <Settled />
        </DeskProvider>
      )}
    </Show>
  );
}

function Settled(): JSX.Element {
  const desk = useDesk();
  followTheme(() => desk.state().settings.theme);
  listenForScanners();
  listenForKeys(desk);
  takeDrops(desk);
  return (
    <WordsProvider language={desk.state().settings.language}>
      <Shell />
    </WordsProvider>
  );
}

function Waiting(): JSX.Element {
  const words = useWords();
  return (
    <main class="waiting" aria-busy="true">
      <h1>Corium</h1>
      <p class="soft">{words().t('screens.waiting-desk')}</p>
    </main>
  );
}
