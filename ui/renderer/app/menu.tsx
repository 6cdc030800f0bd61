// The menu: the screens in the order in which a treatment goes through them, and who is here.

import { For, type JSX, Show } from 'solid-js';
import { SCREENS, type ScreenName } from '../view/screen-name.ts';
import { useWords } from '../words/use-words.ts';
import { useDesk } from './desk.tsx';

/** The menu. */
export function Menu(): JSX.Element {
  const words = useWords();
  const { state, connected } = useDesk();
  const here = (): string => {
    const { staff, operator } = state();
    return (staff.kind === 'staff' ? staff.here?.name : undefined) ?? operator;
  };
  return (
    <header class="menu">
      <span class="brand" aria-hidden="true">Corium</span>
      <nav aria-label={words().t('screens.menu')}>
        <ul>
          <For each={SCREENS}>{(name) => <MenuItem name={name} />}</For>
        </ul>
      </nav>
      <span class="menu-end">
        <Show when={!connected()}>
          <span class="chip lost" role="status">⚠ {words().t('screens.road-lost')}</span>
        </Show>
        <Show when={state().operator !== ''}>
          <span class="chip who" title={state().operator}>{here()}</span>
        </Show>
      </span>
    </header>
  );
}

function MenuItem(props: { readonly name: ScreenName }): JSX.Element {
  const words = useWords();
  const { screen, go } = useDesk();
  return (
    <li>
      <button
        type="button"
        class="menu-item"
        data-menu={props.name}
        aria-current={screen() === props.name ? 'page' : undefined}
        onClick={() => go(props.name)}
      >
        {words().t(`screens.menu-${props.name}`)}
      </button>
    </li>
  );
}
