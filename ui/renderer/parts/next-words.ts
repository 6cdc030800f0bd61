// What the next step is called: the sentence of the card, and the label of its button, if there is
// anything to press. A step that belongs to another screen has a button that leads there.

import type { ScreenName } from '../view/screen-name.ts';
import { type NextStep, screenOfStep } from '../view/next-step.ts';
import type { Words } from '../words/words.ts';
import { sayPlace, spoken } from './say.ts';

/** The sentence of a step. */
export function nextWords(words: Words, step: NextStep): string {
  const text = sentenceOf(words, step);
  return text.slice(0, 1).toLocaleUpperCase(words.locale) + text.slice(1);
}

function sentenceOf(words: Words, step: NextStep): string {
  switch (step.kind) {
    case 'wait':
      return words.t(`screens.next-wait-${step.on}`);
    case 'mend':
    case 'leave-out':
      return spoken(words.refusal(step.refusal));
    case 'in-the-way':
    case 'elsewhere':
    case 'end-here':
      return spoken(words.armRefusal(step.refusal));
    case 'visit':
      return words.t('screens.next-visit', { open: step.open });
    case 'connect':
      return words.t('screens.next-connect');
    case 'answer':
      return words.t(`screens.ask-${step.reason}`);
    case 'clear':
      return `${clearWords(words, step)} ${words.t('screens.next-clear')}`.trim();
    case 'arm':
    case 'confirm-eye':
    case 'press':
    case 'glide':
      return words.t(`screens.next-${step.kind}`, { place: sayPlace(words, step) });
    case 'bench':
      return words.t('bench.next-bench');
    case 'take-control':
    case 'sign-in':
    case 'look-on':
    case 'name-operator':
    case 'name-person':
    case 'meet-pen':
    case 'demo-case':
    case 'demo-plan':
    case 'choose-area':
    case 'begin':
    case 'hold-pen':
    case 'finish':
    case 'done':
      return words.t(`screens.next-${step.kind}`);
  }
}

/** Why the pen stands: what stopped it, and why it is latched where that says more. */
function clearWords(words: Words, step: Extract<NextStep, { kind: 'clear' }>): string {
  if (step.cause !== undefined) return words.stop(step.cause);
  return step.latch === undefined ? '' : words.latch(step.latch);
}

type Pressable =
  | 'take-control' | 'meet-pen' | 'demo-case' | 'demo-plan' | 'begin' | 'confirm-eye'
  | 'hold-pen' | 'clear' | 'finish' | 'done' | 'arm' | 'end-here' | 'visit';

const PRESSABLE: ReadonlySet<NextStep['kind']> = new Set<Pressable>([
  'take-control', 'meet-pen', 'demo-case', 'demo-plan', 'begin', 'confirm-eye',
  'hold-pen', 'clear', 'finish', 'done', 'arm', 'end-here', 'visit',
]);

const isPressable = (kind: NextStep['kind']): kind is Pressable => PRESSABLE.has(kind);

/** The label of the button; undefined where there is nothing to press. */
export function nextButtonWords(
  words: Words,
  step: NextStep,
  shown: ScreenName,
): string | undefined {
  const screen = screenOfStep(step);
  if (screen !== undefined && screen !== shown) {
    return words.t('screens.go-to', { screen: words.t(`screens.menu-${screen}`) });
  }
  if (step.kind === 'elsewhere' || step.kind === 'leave-out') {
    return words.t(`screens.do-${step.kind}`, { place: sayPlace(words, step) });
  }
  return isPressable(step.kind) ? words.t(`screens.do-${step.kind}`) : undefined;
}
