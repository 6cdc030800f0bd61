// Before a calibration is begun: what has to be so, which instruments are used, and where they are
// plugged in. Beside a simulated pen they are simulated, and it says so.

import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import type { BenchInstrument } from '../../contract/bench-state.ts';
import { useDesk } from '../app/desk.tsx';
import { type Option, Select } from '../parts/select.tsx';
import { sayDay } from '../parts/say.ts';
import { useWords } from '../words/use-words.ts';

const BY_HAND = 'typed';
const NONE = 'none';

type Plan = 'standard' | 'short';

/** The screen before the bench. */
export function SetUp(): JSX.Element {
  const words = useWords();
  return (
    <div class="stack bench">
      <header>
        <h1>{words().t('bench.title')}</h1>
        <p class="soft">{words().t('bench.intro')}</p>
      </header>
      <Simulated />
      <BrokenOff />
      <div class="bench-columns">
        <ReadyList />
        <SetUpForm />
      </div>
    </div>
  );
}

/** Says that nothing here is measured, where it is not. */
export function Simulated(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  return (
    <Show when={desk.state().bench.simulated}>
      <p class="bench-simulated" role="note">{words().t('bench.simulated-bench')}</p>
    </Show>
  );
}

const usable = (instruments: readonly BenchInstrument[], measures: BenchInstrument['measures']) =>
  instruments.filter((one) => one.measures === measures && one.against === undefined);

function ReadyList(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const things = () => {
    const { pen, operator, bench, treatment } = desk.state();
    return [
      ['pen', pen.standing.kind === 'met'],
      ['name', operator !== ''],
      ['gauge', usable(bench.instruments, 'depth').length > 0],
      ['key', bench.key.state === 'there'],
      ['idle', treatment.kind === 'none' || treatment.kind === 'ended'],
    ] as const;
  };
  return (
    <section class="card" aria-labelledby="bench-before">
      <h2 id="bench-before">{words().t('bench.before')}</h2>
      <ul class="things">
        <For each={things()}>
          {([name, isSo]) => (
            <li class="thing" data-ready={name} data-so={isSo}>
              <span class={`mark ${isSo ? 'good' : 'open'}`} aria-hidden="true">
                {isSo ? '✓' : '!'}
              </span>
              <span class="thing-text">{words().t(`bench.ready-${name}`)}</span>
              <Show when={name === 'key' && !isSo}>
                <button type="button" class="button"
                  onClick={() => void desk.ask({ kind: 'bench-new-key' })}>
                  {words().t('bench.make-key')}
                </button>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={desk.state().bench.instruments.length === 0}>
        <p class="soft">{words().t('bench.no-gauges')}</p>
      </Show>
    </section>
  );
}

function BrokenOff(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  return (
    <Show when={desk.state().bench.open}>
      {(open) => (
        <section class="card bench-open" data-open-calibration>
          <h2>{words().t('bench.open-title')}</h2>
          <p class="wrap-anywhere">
            {words().t('bench.open-fact', {
              pen: open().penSerial, by: open().operator, gauge: open().gauge,
              readings: open().readings,
            })}
          </p>
          <p class="soft">{words().t('bench.open-give-up-why')}</p>
          <button type="button" class="button" data-give-up
            onClick={() => void desk.ask({ kind: 'bench-give-up' })}>
            {words().t('bench.open-give-up')}
          </button>
        </section>
      )}
    </Show>
  );
}

function SetUpForm(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const bench = () => desk.state().bench;
  const first = (measures: BenchInstrument['measures']): string =>
    usable(bench().instruments, measures)[0]?.serial ?? '';
  const [gauge, setGauge] = createSignal(bench().open?.gauge ?? first('depth'));
  const [tachometer, setTachometer] = createSignal(first('rate'));
  const [peaks, setPeaks] = createSignal(bench().open?.peaks === true ? first('peak') : '');
  const [plan, setPlan] = createSignal<Plan>('standard');
  const [gaugeAt, setGaugeAt] = createSignal('');
  const [tachometerAt, setTachometerAt] = createSignal('');
  const [peaksAt, setPeaksAt] = createSignal('');
  const isReal = (): boolean => !bench().simulated;
  const lacksPlace = (): boolean =>
    isReal() && (gaugeAt() === '' || (tachometer() !== '' && tachometerAt() === '')
      || (peaks() !== '' && peaksAt() === ''));
  const beside = (name: 'tachometer' | 'peaks', serial: string, at: string) =>
    (serial === '' ? {} : { [name]: serial, ...(at === '' ? {} : { [`${name}At`]: at }) });
  const begin = (event: Event): void => {
    event.preventDefault();
    void desk.ask({
      kind: 'bench-begin',
      resume: bench().open !== undefined,
      setUp: {
        gauge: gauge(),
        ...(gaugeAt() === '' ? {} : { gaugeAt: gaugeAt() }),
        ...beside('tachometer', tachometer(), tachometerAt()),
        ...beside('peaks', peaks(), peaksAt()),
        plan: plan(),
      },
    });
  };
  return (
    <form class="card bench-form" onSubmit={begin} data-bench-form>
      <h2>{words().t('bench.set-up')}</h2>
      <Instrument name="gauge" measures="depth" value={gauge()} onChoose={setGauge} />
      <Show when={isReal()}>
        <Place of={words().t('bench.gauge')} value={gaugeAt()} onChoose={setGaugeAt} byHand />
      </Show>
      <Instrument name="tachometer" measures="rate" optional value={tachometer()}
        onChoose={setTachometer} />
      <Show when={isReal() && tachometer() !== ''}>
        <Place of={words().t('bench.tachometer')} value={tachometerAt()}
          onChoose={setTachometerAt} />
      </Show>
      <Instrument name="peaks" measures="peak" optional value={peaks()} onChoose={setPeaks} />
      <Show when={isReal() && peaks() !== ''}>
        <Place of={words().t('bench.peaks')} value={peaksAt()} onChoose={setPeaksAt} />
      </Show>
      <Show when={bench().open === undefined}>
        <Select label={words().t('bench.plan')} value={plan()}
          options={(['standard', 'short'] as const).map((value) =>
            ({ value, label: words().t(`bench.plan-${value}`) }))}
          onChoose={(value) => void setPlan(value === 'short' ? 'short' : 'standard')} />
      </Show>
      <button type="submit" class="button next" data-bench-begin
        disabled={gauge() === '' || lacksPlace()}>
        {words().t(bench().open === undefined ? 'bench.begin' : 'bench.open-go-on')}
      </button>
    </form>
  );
}

function Instrument(props: {
  readonly name: 'gauge' | 'tachometer' | 'peaks';
  readonly measures: BenchInstrument['measures'];
  readonly optional?: boolean;
  readonly value: string;
  readonly onChoose: (serial: string) => void;
}): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const said = ({ serial, dueOn, against }: BenchInstrument): string => {
    const fact = words().t('bench.instrument-fact', { serial, due: sayDay(words(), dueOn) });
    return against === undefined ? fact : `${fact} · ${words().t(`bench.against-${against}`)}`;
  };
  const options = (): readonly Option[] => {
    const mine = desk.state().bench.instruments.filter((one) => one.measures === props.measures);
    const listed = mine.map((one) => ({ value: one.serial, label: said(one) }));
    const none = { value: NONE, label: words().t('bench.without') };
    return props.optional === true || listed.length === 0 ? [none, ...listed] : listed;
  };
  return (
    <Select label={words().t(`bench.${props.name}`)} value={props.value === '' ? NONE : props.value}
      options={options()} onChoose={(serial) => props.onChoose(serial === NONE ? '' : serial)} />
  );
}

function Place(props: {
  readonly of: string;
  readonly value: string;
  readonly byHand?: boolean;
  readonly onChoose: (address: string) => void;
}): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const id = createUniqueId();
  const listId = createUniqueId();
  const isByHand = (): boolean => props.value === BY_HAND;
  return (
    <div class="bench-place">
      <label class="field" for={id}>
        {words().t('bench.at', { name: props.of })}
        <input id={id} list={listId} value={isByHand() ? '' : props.value} maxlength={128}
          disabled={isByHand()} autocomplete="off"
          spellcheck={false}
          onInput={(event) => props.onChoose(event.currentTarget.value.trim())} />
        <datalist id={listId}>
          <For each={desk.state().pen.ports}>
            {({ address, words: name }) => <option value={address}>{name}</option>}
          </For>
        </datalist>
      </label>
      <Show when={props.byHand === true}>
        <label class="tick-row">
          <input type="checkbox" checked={isByHand()}
            onChange={(event) => props.onChoose(event.currentTarget.checked ? BY_HAND : '')} />
          <span>{words().t('bench.by-hand')}</span>
        </label>
      </Show>
    </div>
  );
}
