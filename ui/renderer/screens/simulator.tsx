// The panel of the simulator: who holds the pen, which cartridge is in it, which pen it is, and
// what goes wrong with it. It is there on a simulated pen only.

import { createSignal, For, type JSX, Show } from 'solid-js';
import type { SimulatorView } from '../../contract/desk-state.ts';
import { useDesk } from '../app/desk.tsx';
import { Select } from '../parts/select.tsx';
import { isTreating } from '../view/screen-name.ts';
import { useWords } from '../words/use-words.ts';

const OPERATORS = ['auto', 'nobody', 'press'] as const;

/** The panel. */
export default function SimulatorPanel(props: { readonly onClose: () => void }): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  return (
    <Show when={desk.state().simulator}>
      {(simulator) => (
        <div class="stack" data-simulator>
          <Hands simulator={simulator()} />
          <div class="settings-columns">
            <Select
              label={words().t('screens.sim-model')}
              value={simulator().model}
              options={simulator().models.map((value) => ({ value, label: value }))}
              onChoose={(model) => {
                const { address } = desk.state().pen;
                if (isTreating(desk.state())) return;
                void desk.ask({ kind: 'choose-pen', address, model });
              }}
            />
            <Select
              label={words().t('screens.sim-cartridge')}
              value=""
              options={simulator().cartridges.map((value) => ({ value, label: value }))}
              onChoose={(cartridge) => void desk.ask({ kind: 'sim-cartridge', cartridge })}
            />
          </div>
          <Faults simulator={simulator()} />
          <div class="dialog-actions">
            <button type="button" class="button" onClick={() => props.onClose()}>
              {words().t('screens.close')}
            </button>
          </div>
        </div>
      )}
    </Show>
  );
}

function Hands(props: { readonly simulator: SimulatorView }): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  return (
    <fieldset class="plain-set">
      <legend>{words().t('screens.sim-operator')}</legend>
      <div class="choices">
        <For each={OPERATORS}>
          {(operator) => (
            <button
              type="button"
              class="button choice"
              data-operator={operator}
              aria-pressed={props.simulator.operator === operator}
              onClick={() => void desk.ask({ kind: 'sim-operator', operator })}
            >
              {words().t(`screens.sim-operator-${operator}`)}
            </button>
          )}
        </For>
      </div>
    </fieldset>
  );
}

function Faults(props: { readonly simulator: SimulatorView }): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const [fault, setFault] = createSignal<string | undefined>();
  const kind = (): string => fault() ?? props.simulator.faultKinds[0] ?? '';
  return (
    <section class="stack" aria-label={words().t('screens.sim-faults')}>
      <div class="fault-row">
        <Select
          label={words().t('screens.sim-fault')}
          value={kind()}
          options={props.simulator.faultKinds.map((value) => ({ value, label: value }))}
          onChoose={setFault}
        />
        <button type="button" class="button" data-give-fault disabled={kind() === ''}
          onClick={() => void desk.ask({ kind: 'sim-fault', fault: kind() })}>
          {words().t('screens.sim-give-fault')}
        </button>
      </div>
      <ul class="log">
        <For each={props.simulator.faults}>
          {(line) => <li><span class="figures">{line.at}</span> {line.fault}</li>}
        </For>
      </ul>
    </section>
  );
}
