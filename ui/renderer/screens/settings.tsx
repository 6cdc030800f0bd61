// Settings: language, theme and sound; the test of screen, sound and button; and the limit profile
// with its sources, which is shown here and changed nowhere in this window.

import { createResource, createSignal, type JSX, lazy, Show, Suspense } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { SelfTest } from '../parts/self-test.tsx';
import { Select } from '../parts/select.tsx';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '../words/languages.ts';
import { useWords } from '../words/use-words.ts';

const ProfileSheet = lazy(() => import('../parts/profile-sheet.tsx'));

/** An alarm is never made silent: the list begins where it can still be heard. */
const LOUDNESS = [20, 40, 60, 80, 100];

const THEMES = ['system', 'light', 'dark'] as const;

/** The screen. */
export function Settings(): JSX.Element {
  const words = useWords();
  return (
    <div class="stack settings">
      <h1>{words().t('screens.menu-settings')}</h1>
      <div class="settings-columns">
        <Choices />
        <SelfTest />
      </div>
      <Installation />
      <Profile />
    </div>
  );
}

function Choices(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const settings = () => desk.state().settings;
  const themes = () =>
    THEMES.map((value) => ({ value, label: words().t(`screens.theme-${value}`) }));
  return (
    <section class="card stack" aria-label={words().t('screens.menu-settings')}>
      <Select
        label={words().t('screens.language')}
        value={settings().language}
        options={LANGUAGE_NAMES.map((value) => ({ value, label: LANGUAGES[value].name }))}
        onChoose={(language) => {
          if (isLanguage(language)) void desk.ask({ kind: 'set', settings: { language } });
        }}
      />
      <Select
        label={words().t('screens.theme')}
        value={settings().theme}
        options={themes()}
        onChoose={(chosen) => {
          const theme = THEMES.find((one) => one === chosen);
          if (theme !== undefined) void desk.ask({ kind: 'set', settings: { theme } });
        }}
      />
      <Select
        label={words().t('screens.sound-level')}
        value={String(settings().soundPercent)}
        options={LOUDNESS.map((percent) => ({
          value: String(percent), label: words().number(percent, 'percent'),
        }))}
        onChoose={(percent) =>
          void desk.ask({ kind: 'set', settings: { soundPercent: Number(percent) } })}
      />
    </section>
  );
}

function Installation(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const facts = () => desk.state().installation;
  return (
    <section class="card">
      <h2>{words().t('screens.installation')}</h2>
      <p class="soft wrap-anywhere">
        {words().t('screens.installation-fact', {
          version: facts().hostVersion.replace(/^corium /, ''),
          id: facts().installationId,
          folder: facts().dataDir,
        })}
      </p>
      <Show when={facts().journalProblem}>
        {(problem) => <p class="open-note wrap-anywhere"><strong>!</strong> {problem()}</p>}
      </Show>
    </section>
  );
}

function Profile(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const [wanted, setWanted] = createSignal(false);
  const [view] = createResource(wanted, async () => {
    const answer = await desk.ask({ kind: 'read-profile' });
    return typeof answer === 'object' && answer.kind === 'profile' ? answer.view : undefined;
  });
  return (
    <section class="card stack" aria-labelledby="profile-title">
      <h2 id="profile-title">{words().t('screens.profile-title')}</h2>
      <p class="soft">{words().t('screens.profile-why')}</p>
      <Show
        when={view()}
        fallback={
          <button type="button" class="button" onClick={() => setWanted(true)} data-profile-open>
            {words().t('screens.profile-open')}
          </button>
        }
      >
        {(profile) => <Suspense><ProfileSheet view={profile()} /></Suspense>}
      </Show>
    </section>
  );
}
