// One visit to a pen in service mode, from the first HELLO to the proof that it was left: what is
// typed goes to the pen, what it says is shown, and Ctrl-C stops the pen first. The mode itself is
// handled elsewhere; here is who sits in front of it.

import process from 'node:process';
import { performance } from 'node:perf_hooks';
import { asyncScheduler } from 'rxjs';
import type { BytePort } from '../../protocol/byte-port.ts';
import type { ServiceEnd, ServiceNews } from '../core/service/state.ts';
import { endWords, newsWords } from '../core/service/words.ts';
import type { LinkedPen } from '../link/session-state.ts';
import { type RunningService, runService } from '../service/run-service.ts';
import { hearTyping, type Typing } from './service-typing.ts';
import type { Terminal } from './terminal.ts';

/** A line that was typed and what came of it. */
export interface Exchange {
  readonly line: string;
  readonly outcome: 'ok' | 'no' | 'unanswered' | 'not-sent';
  readonly answer: readonly string[];
  readonly reason: string | undefined;
}

/** How a visit came out. */
export interface Visited {
  readonly end: ServiceEnd | 'killed';
  readonly pen: LinkedPen | undefined;
  readonly interrupted: boolean;
  readonly exchanges: readonly Exchange[];
  /** How it ended, for people. */
  readonly sentence: string;
}

const KILLED =
  'Left without waiting for the pen. It was never armed, and leaves service mode by itself within '
  + '10 s.';

interface Desk {
  readonly name: string;
  readonly terminal: Terminal;
  readonly json: boolean;
  readonly service: RunningService;
  readonly exchanges: Exchange[];
  readonly killed: PromiseWithResolvers<'killed'>;
  pen: LinkedPen | undefined;
  typing: Typing | undefined;
  interrupted: boolean;
  /** Wakes the typist when the line before is dealt with. */
  dealtWith: () => void;
}

/** Sits down at an open port. */
export async function visitPen(
  port: BytePort,
  terminal: Terminal,
  json: boolean,
): Promise<Visited> {
  const desk: Desk = {
    name: port.name,
    terminal,
    json,
    service: runService({
      port,
      scheduler: asyncScheduler,
      nowMs: () => performance.now(),
      told: (news) => told(desk, news),
    }),
    exchanges: [],
    killed: Promise.withResolvers(),
    pen: undefined,
    typing: undefined,
    interrupted: false,
    dealtWith: () => undefined,
  };
  const signals = hearSignals(() => interrupt(desk));
  const end = await Promise.race([desk.service.ended, desk.killed.promise]);
  signals.close();
  desk.typing?.close();
  const { pen, interrupted, exchanges } = desk;
  const sentence = end === 'killed' ? KILLED : endWords(end, port.name);
  return { end, pen, interrupted, exchanges, sentence };
}

/** The first stops the pen and leaves; the second leaves at once. */
function interrupt(desk: Desk): void {
  if (desk.interrupted) {
    desk.service.drop();
    desk.killed.resolve('killed');
    return;
  }
  desk.interrupted = true;
  desk.service.tell({ kind: 'interrupt' });
}

function told(desk: Desk, news: ServiceNews): void {
  switch (news.kind) {
    case 'entered':
      desk.pen = news.pen;
      return begin(desk, news.pen);
    case 'answer':
      return answered(desk, news);
    case 'unanswered':
    case 'not-sent':
      say(desk, newsWords(news));
      return note(desk, {
        line: news.text, outcome: news.kind, answer: [], reason: reasonOf(news),
      });
    case 'over':
      // Closed before the typist wakes, so that no prompt is shown any more.
      desk.typing?.close();
      return desk.dealtWith();
    case 'hold-trigger':
    case 'unasked':
    case 'babble':
    case 'noise':
    case 'moving':
    case 'stopping':
      say(desk, newsWords(news));
  }
}

const reasonOf = (news: ServiceNews): string | undefined =>
  news.kind === 'not-sent' ? news.why : undefined;

function begin(desk: Desk, { pages: { identity } }: LinkedPen): void {
  say(desk, `SERVICE MODE of pen ${identity.serial} (${identity.model}). Nothing moves here; "help"`
    + ' lists the commands, "exit" leaves.');
  desk.typing = hearTyping(desk.terminal, desk.json, {
    line: (text) => type(desk, text),
    ended: () => desk.service.tell({ kind: 'leave' }),
    interrupt: () => interrupt(desk),
  });
}

function type(desk: Desk, typedText: string): Promise<void> {
  const text = typedText.trim();
  const dealtWith = new Promise<void>((resolve) => {
    desk.dealtWith = resolve;
  });
  if (!desk.terminal.interactive && !desk.json) desk.terminal.out(`pen> ${text}`);
  desk.service.tell({ kind: 'type', text });
  return dealtWith;
}

type Answer = Extract<ServiceNews, { readonly kind: 'answer' }>;

function answered(desk: Desk, { text, lines, refusal }: Answer): void {
  if (!desk.json) {
    for (const line of lines) desk.terminal.out(`  ${line}`);
    desk.terminal.out(refusal === undefined ? '  ok' : `  no: ${refusal}`);
  }
  const outcome = refusal === undefined ? 'ok' : 'no';
  note(desk, { line: text, outcome, answer: lines, reason: refusal });
}

function note(desk: Desk, exchange: Exchange): void {
  desk.exchanges.push(exchange);
  desk.dealtWith();
}

/** As JSON everything is in the document at the end; sentences meanwhile go to standard error. */
function say({ terminal, json, typing }: Desk, sentence: string): void {
  const out = (): void => (json ? terminal.err : terminal.out)(sentence);
  if (typing === undefined) out();
  else typing.aside(out);
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function hearSignals(hear: () => void): { readonly close: () => void } {
  for (const signal of SIGNALS) process.on(signal, hear);
  return {
    close: () => {
      for (const signal of SIGNALS) process.off(signal, hear);
    },
  };
}
