// What the list of Ready says of each thing, and what can be done about it there.

import { type JSX, Show } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import type { ReadyTopic } from '../view/ready-view.ts';
import { metPen } from '../view/ready-view.ts';
import { screeningAnswers } from '../view/screening.ts';
import { useWords } from '../words/use-words.ts';
import { FileButton } from './file-button.tsx';
import { PenChooser } from './pen-chooser.tsx';
import { OperatorChanger } from './operator-changer.tsx';

/** The two sides of a thing. */
interface ReadyPart {
  readonly Fact: () => JSX.Element;
  readonly Act: () => JSX.Element;
}

const Nothing = (): JSX.Element => undefined;

const OperatorFact = (): JSX.Element => {
  const desk = useDesk();
  const words = useWords();
  return (
    <span class="soft wrap-anywhere">
      {desk.state().operator === '' ? words().t('screens.nobody-named') : desk.state().operator}
      <Show when={desk.state().staff.kind === 'nobody-yet' && desk.state().operator !== ''}>
        {' · '}{words().t('screens.typed-name')}
      </Show>
    </span>
  );
};

const PenFact = (): JSX.Element => {
  const desk = useDesk();
  const words = useWords();
  const text = (): string => {
    const { standing, address } = desk.state().pen;
    const pen = metPen(desk.state());
    if (pen !== undefined) return `${pen.model} · ${pen.serial}`;
    if (standing.kind === 'away') return words().t('screens.pen-away', { address });
    return words().t('screens.pen-looking', { address });
  };
  return (
    <span class="soft wrap-anywhere">
      {text()}
      <Show when={desk.state().pen.simulated}> · {words().t('screens.is-simulated')}</Show>
    </span>
  );
};

const CartridgeFact = (): JSX.Element => {
  const desk = useDesk();
  const words = useWords();
  const cartridge = () => metPen(desk.state())?.cartridge;
  return (
    <span class="soft">
      <Show when={cartridge()} fallback={words().t('screens.cartridge-none')}>
        {(one) => words().t('screens.cartridge-fact', {
          needles: one().needleCount, lot: one().lot, day: one().expiryDay,
        })}
      </Show>
    </span>
  );
};

const CalibrationFact = (): JSX.Element => {
  const desk = useDesk();
  const words = useWords();
  const calibration = () => metPen(desk.state())?.calibration;
  return (
    <span class="soft">
      <Show when={calibration()} fallback={words().t('screens.not-known')}>
        {(one) => one().class === 'none' || one().class === 'fail'
          ? words().t(`screens.calibration-${one().class === 'none' ? 'none' : 'fail'}`)
          : words().t('screens.calibration-fact', { class: one().class, day: one().dueDay })}
      </Show>
    </span>
  );
};

const PedalFact = (): JSX.Element => {
  const desk = useDesk();
  const words = useWords();
  return (
    <span class="soft">
      {words().t(desk.state().pedal ? 'screens.pedal-wanted' : 'screens.pedal-not-wanted')}
    </span>
  );
};

const PedalAct = (): JSX.Element => {
  const desk = useDesk();
  const words = useWords();
  return (
    <button
      type="button"
      class="button"
      aria-pressed={desk.state().pedal}
      onClick={() => void desk.ask({ kind: 'use-pedal', pedal: !desk.state().pedal })}
    >
      {words().t(desk.state().pedal ? 'screens.pedal-without' : 'screens.pedal-with')}
    </button>
  );
};

const PersonFact = (): JSX.Element => {
  const desk = useDesk();
  const words = useWords();
  const known = () => {
    const { caseFile } = desk.state();
    return caseFile.kind === 'read' ? caseFile : undefined;
  };
  return (
    <span class="soft wrap-anywhere">
      <Show when={known()} fallback={words().t('screens.person-none')}>
        {(one) => (
          <>
            {desk.state().care.person?.name ?? one().caseFile.person}
            <Show when={one().charted}> · {words().t('screens.person-chart')}</Show>
            <Show when={one().demo}> · {words().t('screens.person-invented')}</Show>
          </>
        )}
      </Show>
    </span>
  );
};

const PersonAct = (): JSX.Element => {
  const desk = useDesk();
  const words = useWords();
  const load = (fileName: string, text: string): void =>
    void desk.ask({ kind: 'load-case', fileName, text });
  return (
    <Show
      when={desk.state().caseFile.kind === 'read'}
      fallback={
        <span class="pair">
          <button type="button" class="button" onClick={() => desk.go('people')}>
            {words().t('screens.person-choose')}
          </button>
          <FileButton label={words().t('screens.person-open')} onFile={load} />
        </span>
      }
    >
      <button type="button" class="button" onClick={() => void desk.ask({ kind: 'clear-case' })}>
        {words().t('screens.person-clear')}
      </button>
    </Show>
  );
};

const ScreeningFact = (): JSX.Element => {
  const desk = useDesk();
  const words = useWords();
  const text = (): string => {
    const { caseFile, room } = desk.state();
    if (caseFile.kind === 'read') {
      const answered = screeningAnswers(caseFile.caseFile).length;
      return words().t('screens.screening-fact', { answered });
    }
    return words().t(
      room.open.includes('not-screened') ? 'screens.screening-open' : 'screens.screening-signed',
    );
  };
  return <span class="soft">{text()}</span>;
};

const PlanFact = (): JSX.Element => {
  const desk = useDesk();
  const words = useWords();
  return (
    <span class="soft">
      {words().t('screens.plan-fact', {
        areas: desk.state().plan.draft.areas.length,
        open: desk.state().plan.check.refusals.length,
      })}
    </span>
  );
};

const PlanAct = (): JSX.Element => {
  const desk = useDesk();
  const words = useWords();
  return (
    <button type="button" class="button" onClick={() => desk.go('plan')}>
      {words().t('screens.plan-open')}
    </button>
  );
};

/** The parts, by thing. */
export const READY_PARTS: Readonly<Record<ReadyTopic, ReadyPart>> = {
  operator: { Fact: OperatorFact, Act: OperatorChanger },
  pen: { Fact: PenFact, Act: PenChooser },
  cartridge: { Fact: CartridgeFact, Act: Nothing },
  calibration: { Fact: CalibrationFact, Act: Nothing },
  pedal: { Fact: PedalFact, Act: PedalAct },
  person: { Fact: PersonFact, Act: PersonAct },
  screening: { Fact: ScreeningFact, Act: Nothing },
  plan: { Fact: PlanFact, Act: PlanAct },
};
