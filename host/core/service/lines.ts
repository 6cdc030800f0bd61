// Lines to the pen and from it: one is asked at a time, and its answer ends with "ok" or "no: ". A
// pen that says more than any answer has, or talks when nobody asked, is left.

import { ANSWER_LINES_MAX, isLineText } from '../../../protocol/service-line.ts';
import type { Stage } from './state.ts';
import { enter, leave, tell, type Turn } from './turn.ts';

/** Lines that nobody asked for, after which the console leaves a pen that talks to itself. */
const STRAYS_MAX = 32;
const NO = 'no: ';

/** Takes a line of the pen: part of the answer that is waited for, or of nothing. */
export function heardLine(turn: Turn, text: string): void {
  const { stage } = turn.service;
  if (stage.kind === 'leaving') return enter(turn, { ...stage, ok: stage.ok || text === 'ok' });
  if (stage.kind !== 'open') return;
  const { asked } = stage;
  if (asked === undefined) return stray(turn, stage, text);
  const refusal = text.startsWith(NO) ? text.slice(NO.length) : undefined;
  if (text === 'ok' || refusal !== undefined) {
    enter(turn, { ...stage, asked: undefined });
    return tell(turn, { kind: 'answer', text: asked.text, lines: asked.lines, refusal });
  }
  if (asked.lines.length >= ANSWER_LINES_MAX) return babble(turn);
  enter(turn, { ...stage, asked: { ...asked, lines: [...asked.lines, text] } });
}

type Open = Extract<Stage, { readonly kind: 'open' }>;

function stray(turn: Turn, stage: Open, text: string): void {
  if (stage.strays >= STRAYS_MAX) return babble(turn);
  enter(turn, { ...stage, strays: stage.strays + 1 });
  tell(turn, { kind: 'unasked', text });
}

function babble(turn: Turn): void {
  tell(turn, { kind: 'babble' });
  leave(turn, 'none');
}

/** Takes what somebody typed, and sends it if it is a line and the pen is listening. */
export function typed(turn: Turn, typedText: string): void {
  const text = typedText.trim();
  const { stage } = turn.service;
  if (text === 'exit') return leave(turn, 'none');
  if (stage.kind !== 'open') return tell(turn, { kind: 'not-sent', text, why: 'not-open' });
  if (stage.asked !== undefined) return tell(turn, { kind: 'not-sent', text, why: 'busy' });
  if (!isLineText(text)) return tell(turn, { kind: 'not-sent', text, why: 'not-text' });
  enter(turn, { ...stage, asked: { text, lines: [], ageMs: 0 } });
  turn.effects.push({ kind: 'line', text });
}
