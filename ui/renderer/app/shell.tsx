// What stays where it is on every screen: the menu above, the next step at the right, STOP below it
// while a treatment is under way, and the band that says that a pen is simulated.

import { type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js';
import { AlarmStrip } from '../parts/alarm-strip.tsx';
import { News } from '../parts/news.tsx';
import { NextCard } from '../parts/next-card.tsx';
import { Refused } from '../parts/refused.tsx';
import { SimulatorBand } from '../parts/simulator-band.tsx';
import { StopButton } from '../parts/stop-button.tsx';
import { TreatClock } from '../parts/treat-clock.tsx';
import { Ready } from '../screens/ready.tsx';
import { isCalibrating, isTreating } from '../view/screen-name.ts';
import { useWords } from '../words/use-words.ts';
import { useDesk } from './desk.tsx';
import { Menu } from './menu.tsx';
import { preloadScreens, SCREEN_PARTS } from './screen-parts.ts';

const People = lazy(SCREEN_PARTS.people);
const Plan = lazy(SCREEN_PARTS.plan);
const Treat = lazy(SCREEN_PARTS.treat);
const After = lazy(SCREEN_PARTS.after);
const Records = lazy(SCREEN_PARTS.records);
const Bench = lazy(SCREEN_PARTS.bench);
const Pens = lazy(SCREEN_PARTS.pens);
const Settings = lazy(SCREEN_PARTS.settings);

/** The frame of the window, and the screen in it. */
export function Shell(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  preloadScreens();
  return (
    <div class="shell" data-screen={desk.screen()}>
      <a class="skip" href="#screen">{words().t('screens.skip')}</a>
      <Show when={desk.state().simulator}>
        <SimulatorBand />
      </Show>
      <Menu />
      <AlarmStrip />
      <main
        class="screen"
        id="screen"
        tabindex="-1"
        aria-label={words().t(`screens.menu-${desk.screen()}`)}
      >
        <Suspense>
          <Screen />
        </Suspense>
      </main>
      <aside class="rail" aria-label={words().t('screens.rail')}>
        <NextCard />
        <Refused />
        <News />
        <Show when={isTreating(desk.state())}><TreatClock /></Show>
        <Show when={isTreating(desk.state()) || isCalibrating(desk.state())}>
          <StopButton />
        </Show>
      </aside>
    </div>
  );
}

function Screen(): JSX.Element {
  const { screen } = useDesk();
  return (
    <Switch>
      <Match when={screen() === 'ready'}><Ready /></Match>
      <Match when={screen() === 'people'}><People /></Match>
      <Match when={screen() === 'plan'}><Plan /></Match>
      <Match when={screen() === 'treat'}><Treat /></Match>
      <Match when={screen() === 'after'}><After /></Match>
      <Match when={screen() === 'records'}><Records /></Match>
      <Match when={screen() === 'bench'}><Bench /></Match>
      <Match when={screen() === 'pens'}><Pens /></Match>
      <Match when={screen() === 'settings'}><Settings /></Match>
    </Switch>
  );
}
