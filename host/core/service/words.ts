// What a service console says to whoever sits there: each sentence says what is so and what to do
// next. Pure; nothing is decided by it.

import { MODE_SILENCE_MS } from '../../../protocol/timing.ts';
import type { RefusalReason } from '../../../protocol/reason.ts';
import { LINE_CHARACTERS_MAX } from '../../../protocol/service-line.ts';
import type { NotSent, ServiceEnd, ServiceNews, StopProof } from './state.ts';

const BY_ITSELF =
  `The pen leaves service mode by itself within ${MODE_SILENCE_MS / 1_000} s without a host; it `
  + 'was never armed.';

/** What is told as one sentence; an answer is lines, and is shown as such. */
export function newsWords(
  news: Exclude<ServiceNews, { readonly kind: 'answer' | 'over' | 'entered' }>,
): string {
  switch (news.kind) {
    case 'hold-trigger':
      return 'Hold the trigger of the pen to enter service mode; nothing moves.';
    case 'unanswered':
      return `The pen does not answer "${news.text}"; ask again, or leave with exit.`;
    case 'not-sent':
      return `"${printable(news.text)}" was not sent: ${NOT_SENT[news.why]}.`;
    case 'unasked':
      return `The pen says, though nobody asked: ${news.text}`;
    case 'babble':
      return 'The pen says more than any answer has; it is left. Look at its firmware.';
    case 'noise':
      return 'The pen sends what is neither a frame nor a line; it is dropped. Check the cable.';
    case 'moving':
      return `The pen says that it is ${news.phase}, as no pen is in service mode; it is stopped.`;
    case 'stopping':
      return 'Stopping the pen first; Ctrl-C once more leaves at once.';
  }
}

const NOT_SENT: Readonly<Record<NotSent, string>> = {
  'not-text': `a line is 1 to ${LINE_CHARACTERS_MAX} printable characters of ASCII`,
  busy: 'the pen has yet to answer the line before',
  'not-open': 'the pen is not in service mode',
};

const printable = (text: string): string =>
  text.slice(0, LINE_CHARACTERS_MAX).replaceAll(/[^ -~]/g, '?');

const STOPPED: Readonly<Record<StopProof, string>> = {
  none: '',
  proven:
    ' It was stopped first and proved it; the stop has latched it, and a person clears that by'
    + ' name at the next treatment.',
  unproven: ' It did not confirm the stop: look at it before anything else.',
};

/** How it ended, and what to do next. */
export function endWords(end: ServiceEnd, name: string): string {
  switch (end.kind) {
    case 'left':
      return `SERVICE MODE left: ${LEFT_BY[end.by]}. A treatment begins with a new handshake.`
        + STOPPED[end.stop];
    case 'never-entered':
      return 'Service mode was never entered.';
    case 'not-proven':
      return `The pen did not confirm that it left. ${BY_ITSELF}${STOPPED[end.stop]}`;
    case 'nobody':
      return end.foreign
        ? `What answers at ${name} speaks another version of the protocol; update the pen or `
          + 'this host.'
        : `Nothing at ${name} answers as a pen: it may be another device, off, or held by another `
          + 'host. Check what is plugged in with "corium pens".';
    case 'foreign-catalogue':
      return `The pen at ${name} has another catalogue of messages than this host and cannot be `
        + 'entered; read it with "corium pens --pen", and update one of the two.';
    case 'turned-away':
      return `The pen does not enter service mode: ${REASONS[end.reason ?? 'none'] ?? end.reason}.`;
    case 'not-held':
      return 'Nobody held the trigger of the pen, so service mode was not entered; hold it and try '
        + 'again.';
    case 'lost':
      return end.entered
        ? `The pen at ${name} is gone (${LOST[end.why]}). ${BY_ITSELF} Check the cable.`
        : `The pen at ${name} was gone before service mode was entered (${LOST[end.why]}). Check `
          + 'the cable.';
  }
}

const LEFT_BY = {
  exit: 'the pen said so and has been silent since',
  greeting: 'the pen did not answer exit, and a new handshake has ended the mode',
} as const;

const LOST = {
  silent: 'it fell silent',
  closed: 'the port closed',
  'no-answer': 'it left a question without an answer',
  'join-refused': 'it took back its answer',
  'sequence-used-up': 'the numbers of the link session are used up',
} as const;

const REASONS: Partial<Record<RefusalReason, string>> = {
  none: 'it gave no reason',
  'not-idle': 'it is busy; let it come to rest and try again',
  'wrong-mode': 'it is in another mode; unplug it, plug it in and try again',
};
