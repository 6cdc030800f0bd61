// The visit on Ready: a row for each step, with what is known of it and the one thing to do about
// it. A tick is pressed on the very words that it says; nothing here is ticked by going on.

import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import { useDesk } from '../../app/desk.tsx';
import { takeCodes } from '../../app/scanner.ts';
import {
  otherReasons, strangeSerial, type VisitItem, visitOpenCount, type VisitRow, visitRows,
} from '../../view/visit-view.ts';
import { useWords } from '../../words/use-words.ts';
import { Mark } from '../mark.tsx';
import { sayTime } from '../say.ts';
import { CareProvider, useCare } from './care-provider.tsx';
import { GlideDialog } from './glide-dialog.tsx';
import { LabelDialog } from './label-dialog.tsx';
import { NumbingAct, NumbingFact } from './numbing-row.tsx';
import { sayReason } from './say-care.ts';
import { ScanDialog } from './scan-dialog.tsx';
import { ScreeningDialog } from './screening-dialog.tsx';

/** The panel. */
export default function VisitPanel(): JSX.Element {
  return <CareProvider><Panel /></CareProvider>;
}

type Opened = 'screening' | 'glide' | 'cartridge' | 'label' | undefined;

function Panel(): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const words = useWords();
  const [opened, setOpened] = createSignal<Opened>();
  const [code, setCode] = createSignal('');
  const open = (what: Opened): void => {
    desk.dismiss();
    setOpened(what);
  };
  const close = (): void => open(undefined);
  takeCodes((scanned) => {
    if (desk.state().care.visit?.visitId === undefined) return;
    setCode(scanned);
    open('cartridge');
  });
  const name = (): string => {
    const { person } = desk.state().care;
    return person?.name ?? person?.person ?? '';
  };
  return (
    <section class="card visit-panel" aria-labelledby="visit-title">
      <h2 id="visit-title" class="wrap-anywhere">{care().t('ui.visit-title', { name: name() })}</h2>
      <For each={otherReasons(desk.state())}>
        {(reason) => <p class="card refused">{sayReason(words(), care(), reason)}</p>}
      </For>
      <ul class="things">
        <For each={visitRows(desk.state()).map(({ row }) => row)}>
          {(row) => <Row row={row} onOpen={open} />}
        </For>
        <LabelRow onOpen={() => open('label')} />
      </ul>
      <Show when={visitOpenCount(desk.state()) === 0}>
        <p class="soft">{care().t('ui.visit-ready')}</p>
      </Show>
      <ScreeningDialog open={opened() === 'screening'} onClose={close} />
      <GlideDialog open={opened() === 'glide'} onClose={close} />
      <ScanDialog open={opened() === 'cartridge'} onClose={close} code={code()} onCode={setCode} />
      <LabelDialog open={opened() === 'label'} onClose={close} />
    </section>
  );
}

function Row(props: {
  readonly row: VisitRow;
  readonly onOpen: (what: Opened) => void;
}): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const standing = (): VisitItem['standing'] =>
    visitRows(desk.state()).find(({ row }) => row === props.row)?.standing ?? 'later';
  return (
    <li class="thing" data-visit-row={props.row} data-standing={standing()}>
      <Mark standing={standing() === 'later' ? 'wait' : standing() === 'open' ? 'open' : 'good'} />
      <span class="thing-text">
        <strong>{titleOf(care(), props.row)}</strong>
        <Fact row={props.row} />
      </span>
      <Show when={standing() !== 'later'}>
        <span class="thing-act">
          <Act row={props.row} open={standing() === 'open'} onOpen={props.onOpen} />
        </span>
      </Show>
    </li>
  );
}

function titleOf(care: ReturnType<ReturnType<typeof useCare>>, row: VisitRow): string {
  switch (row) {
    case 'visit':
      return care.t('ui.use-chart');
    case 'screening':
    case 'numbing':
    case 'glide':
    case 'cartridge':
      return care.t(`ui.${row}`);
    case 'reprocessed':
    case 'barrier':
    case 'eye-shield':
      return care.t(`steps.${row}`);
  }
}

function Fact(props: { readonly row: VisitRow }): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const words = useWords();
  const visit = () => desk.state().care.visit;
  const screening = (): string => {
    const done = visit()?.screening;
    if (done === undefined) return care().t('ui.screening-open', { count: 39 });
    const said = care().t('ui.screening-done', { by: done.signedBy, type: done.fitzpatrick ?? 0 });
    return done.yes.length === 0
      ? said
      : `${said}; ${care().t('ui.screening-yes', { count: done.yes.length })}`;
  };
  const cartridge = (): string => {
    const strange = strangeSerial(desk.state());
    if (strange !== undefined) return care().t('ui.cartridge-strange', { serial: strange });
    const serials = (visit()?.cartridges ?? []).join(', ');
    return serials === ''
      ? care().t('ui.cartridge-none')
      : care().t('ui.cartridge-has', { serials });
  };
  const glide = (): string => {
    const chosen = visit()?.adjuncts ?? [];
    return chosen.length === 0 ? care().t('ui.glide-none') : chosen.map(({ adjunct, lot }) =>
      `${care().named('adjuncts', adjunct)}, ${care().t('ui.lot-of', { lot })}`).join('; ');
  };
  return (
    <Switch>
      <Match when={props.row === 'visit'}>
        <span class="soft">
          <Show when={visit()?.since} fallback={care().t('ui.visit-none')}>
            {(since) => care().t('ui.visit-since', { time: sayTime(words(), since()) })}
          </Show>
        </span>
      </Match>
      <Match when={props.row === 'screening'}><span class="soft">{screening()}</span></Match>
      <Match when={props.row === 'numbing'}><NumbingFact /></Match>
      <Match when={props.row === 'glide'}>
        <span class="soft wrap-anywhere">{glide()}</span>
      </Match>
      <Match when={props.row === 'cartridge'}>
        <span class="soft wrap-anywhere">{cartridge()}</span>
      </Match>
    </Switch>
  );
}

function Act(props: {
  readonly row: VisitRow;
  readonly open: boolean;
  readonly onOpen: (what: Opened) => void;
}): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const dialog = (what: Opened, label: string): JSX.Element => (
    <button
      type="button"
      class="button"
      data-visit-act={props.open ? 'open' : undefined}
      onClick={() => props.onOpen(what)}
    >
      {label}
    </button>
  );
  const tick = (step: 'reprocessed' | 'barrier' | 'eye-shield'): JSX.Element => (
    <Show when={props.open}>
      <button
        type="button"
        class="button"
        data-visit-act="tick"
        data-tick={step}
        onClick={() => void desk.ask({ kind: 'tick-step', step })}
      >
        {care().t('ui.tick-done')}
        <span class="heard">: {care().t(`steps.${step}`)}</span>
      </button>
    </Show>
  );
  switch (props.row) {
    case 'visit':
      return <VisitAct open={props.open} />;
    case 'screening':
      return dialog('screening', care().t(props.open ? 'ui.ask-questions' : 'ui.ask-again'));
    case 'numbing':
      return <NumbingAct />;
    case 'glide':
      return dialog('glide', care().t('ui.choose'));
    case 'cartridge':
      return dialog('cartridge', care().t('ui.scan'));
    case 'reprocessed':
    case 'barrier':
    case 'eye-shield':
      return tick(props.row);
  }
}

function VisitAct(props: { readonly open: boolean }): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  return (
    <Show
      when={props.open}
      fallback={
        <button type="button" class="button" data-visit="close"
          onClick={() => void desk.ask({ kind: 'close-visit' })}>
          {care().t('ui.visit-close')}
        </button>
      }
    >
      <button type="button" class="button" data-visit-act="open" data-visit="open"
        onClick={() => void desk.ask({ kind: 'open-visit' })}>
        {care().t('ui.visit-open')}
      </button>
    </Show>
  );
}

function LabelRow(props: { readonly onOpen: () => void }): JSX.Element {
  const care = useCare();
  return (
    <li class="thing">
      <Mark standing="none" />
      <span class="thing-text"><strong>{care().t('ui.label-title')}</strong></span>
      <span class="thing-act">
        <button type="button" class="button" data-visit="label" onClick={() => props.onOpen()}>
          {care().t('ui.label-look')}
        </button>
      </span>
    </li>
  );
}
