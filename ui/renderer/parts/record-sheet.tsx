// The record of one treatment on a sheet: who, when and with what; the verdict on its lines; and a
// table of what was planned, granted, delivered, and is not known.

import { For, type JSX, Show } from 'solid-js';
import type { RecordView } from '../../contract/says.ts';
import { recordRows, type RecordRow, recordSum } from '../view/sums.ts';
import { placeKey } from '../view/place.ts';
import { useWords } from '../words/use-words.ts';
import { saveFile } from './save-file.ts';
import { sayInstant, sayPlace } from './say.ts';
import { Value } from './value.tsx';

/** The sheet. */
export function RecordSheet(props: {
  readonly view: RecordView;
  readonly title: string;
}): JSX.Element {
  const words = useWords();
  const record = () => props.view.record;
  const sum = () => recordSum(record());
  const save = (): void =>
    saveFile(`${record().opened.treatmentId}.json`, JSON.stringify(record(), undefined, 2));
  return (
    <article class="sheet">
      <header class="sheet-head">
        <div>
          <h1>{props.title}</h1>
          <p class="soft wrap-anywhere">
            {record().opened.person} · {record().opened.operator} ·{' '}
            {sayInstant(words(), record().opened.at)}
          </p>
        </div>
        <button type="button" class="button" onClick={save}>
          {words().t('screens.record-save')}
        </button>
      </header>
      <div class="sums">
        <Value name="sum-strokes" label={words().t('screens.sum-strokes')}
          value={words().number(sum().strokes, 'number')} />
        <Value name="sum-punctures" label={words().t('screens.sum-punctures')}
          value={words().number(sum().punctures, 'number')} />
        <Value name="sum-contact" label={words().t('screens.sum-contact')}
          value={words().number(sum().contactMs, 'clock')} />
        <Value name="sum-unknown" label={words().t('screens.sum-unknown')}
          value={words().number(sum().unknownStrokes, 'number')}
          note={words().t(`screens.unknown-${sum().unknownStrokes === 0 ? 'none' : 'some'}`)} />
      </div>
      <Verdict view={props.view} />
      <RecordTable rows={recordRows(record())} />
      <p class="value-note">{words().t('screens.mean-note')}</p>
    </article>
  );
}

function Verdict(props: { readonly view: RecordView }): JSX.Element {
  const words = useWords();
  const outcome = (): string => {
    const { closed } = props.view.record;
    if (closed === undefined) return words().t('screens.outcome-open');
    return words().t(`outcomes.${closed.outcome}`);
  };
  return (
    <p class="verdict" data-verdict={props.view.accepted ? 'accepted' : 'rejected'}>
      <span class={`mark ${props.view.accepted ? 'good' : 'open'}`} aria-hidden="true">
        {props.view.accepted ? '✓' : '!'}
      </span>
      <span>
        <strong class="capital">{outcome()}.</strong>{' '}
        {words().t(props.view.accepted ? 'screens.record-sound' : 'screens.record-unsound')}
        <For each={props.view.findings}>
          {(line) => <span class="soft wrap-anywhere"> {line}</span>}
        </For>
      </span>
    </p>
  );
}

function RecordTable(props: { readonly rows: readonly RecordRow[] }): JSX.Element {
  const words = useWords();
  const n = (value: number): string => words().number(value, 'number');
  return (
    <div
      class="table-place"
      tabindex="0"
      role="region"
      aria-label={words().t('screens.record-table')}
    >
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words().t('screens.col-area')}</th>
            <th scope="col">{words().t('screens.col-planned')}</th>
            <th scope="col">{words().t('screens.col-peak')}</th>
            <th scope="col">{words().t('screens.col-passes')}</th>
            <th scope="col">{words().t('screens.col-granted')}</th>
            <th scope="col">{words().t('screens.col-delivered')}</th>
            <th scope="col">{words().t('screens.col-unknown')}</th>
            <th scope="col">{words().t('screens.col-density')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr data-place={placeKey(row)}>
                <th scope="row">{sayPlace(words(), row)}</th>
                <td>
                  <Show when={row.plannedUm} fallback="–">
                    {(um) => words().number(um(), 'mm')}
                  </Show>
                </td>
                <td>
                  <Show when={row.peakUm} fallback={words().t('screens.not-measured')}>
                    {(um) => words().number(um(), 'mm')}
                  </Show>
                </td>
                <td>
                  {n(row.passes)} /{' '}
                  {row.plannedPasses === undefined ? '–' : n(row.plannedPasses)}
                </td>
                <td>{n(row.grantedStrokes)}</td>
                <td><strong>{n(row.deliveredStrokes)}</strong></td>
                <td classList={{ 'open-note': row.unknownStrokes > 0 }}>{n(row.unknownStrokes)}</td>
                <td>
                  {n(row.perCm2)}/cm²
                  <Show when={row.worstPerCm2 > row.perCm2}>
                    {' '}({words().t('screens.at-worst', { worst: row.worstPerCm2 })})
                  </Show>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
