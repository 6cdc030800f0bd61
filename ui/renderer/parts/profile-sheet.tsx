// The limit profile as a table: every row with its numbers, and for each the grade and the sources
// that it rests on. Nothing in it can be changed here.

import { For, type JSX, Show } from 'solid-js';
import type { LimitProfile, LimitRow } from '../../../host/core/limit-profile.ts';
import type { ProfileView } from '../../contract/says.ts';
import { useWords } from '../words/use-words.ts';

/** The sheet. */
export default function ProfileSheet(props: { readonly view: ProfileView }): JSX.Element {
  const words = useWords();
  const profile = (): LimitProfile | undefined =>
    props.view.kind === 'in-force' ? props.view.profile : undefined;
  const site = (): boolean => props.view.kind === 'in-force' && props.view.site;
  const sha256 = (): string => (props.view.kind === 'in-force' ? props.view.sha256 : '');
  return (
    <Show when={profile()} fallback={<p class="open-note">{words().t('screens.profile-none')}</p>}>
      {(table) => (
        <>
          <p class="wrap-anywhere">
            {words().t('screens.profile-fact', { id: table().profileId, day: table().expiresOn })}
            <Show when={site()}> {words().t('screens.profile-site')}</Show>
            <span class="soft small"> SHA-256 {sha256()}</span>
          </p>
          <Rows profile={table()} />
          <p class="soft small">{words().t('screens.grades')}</p>
          <Sources profile={table()} />
        </>
      )}
    </Show>
  );
}

function Rows(props: { readonly profile: LimitProfile }): JSX.Element {
  const words = useWords();
  return (
    <div
      class="table-place"
      tabindex="0"
      role="region"
      aria-label={words().t('screens.profile-title')}
    >
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words().t('screens.col-area')}</th>
            <th scope="col">{words().t('screens.col-depth-limit')}</th>
            <th scope="col">{words().t('screens.col-passes')}</th>
            <th scope="col">{words().t('screens.col-density-limit')}</th>
            <th scope="col">{words().t('screens.col-why')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.profile.rows}>{(row) => <Row row={row} />}</For>
          <For each={props.profile.indications}>
            {(row) => <Row row={row} indication={words().t(`conditions.${row.indication}`)} />}
          </For>
        </tbody>
      </table>
    </div>
  );
}

function Row(props: { readonly row: LimitRow; readonly indication?: string }): JSX.Element {
  const words = useWords();
  const isBlocked = (): boolean => props.row.depthUm.max === 0;
  return (
    <tr>
      <th scope="row">
        {words().t(`areas.${props.row.area}`)}
        <Show when={props.indication}><span class="soft"> · {props.indication}</span></Show>
      </th>
      <td>
        <Show when={!isBlocked()} fallback={<strong>{words().t('screens.blocked')}</strong>}>
          {words().number(props.row.depthUm.recommended, 'mm')} →{' '}
          <strong>{words().number(props.row.depthUm.max, 'mm')}</strong>
        </Show>
      </td>
      <td class="figures">{props.row.passesMax}</td>
      <td class="figures">
        {words().number(props.row.densityPerCm2.recommended, 'number')} →{' '}
        <strong>{words().number(props.row.densityPerCm2.max, 'number')}</strong>/cm²
      </td>
      <td lang="en">
        <span class="chip">{props.row.basis.depth.grade}</span> {props.row.basis.depth.why}{' '}
        <span class="soft small">{props.row.basis.depth.sources.join(', ')}</span>
      </td>
    </tr>
  );
}

function Sources(props: { readonly profile: LimitProfile }): JSX.Element {
  const words = useWords();
  return (
    <details>
      <summary class="button">{words().t('screens.sources')}</summary>
      <dl class="sources" lang="en">
        <For each={Object.entries(props.profile.sources)}>
          {([name, source]) => (
            <div>
              <dt><span class="chip">{source.grade}</span> {name}</dt>
              <dd class="soft wrap-anywhere">{source.title} {source.url ?? ''}</dd>
            </div>
          )}
        </For>
      </dl>
    </details>
  );
}
