// Checks of the text of service mode: lines are answered there and nowhere else, an answer ends as
// it has to, and leaving by a line is the end of the link session.

import { ANSWER_LINES_MAX, encodeLine } from '../../../protocol/service-line.ts';
import { isRetracted } from '../../core/stopped.ts';
import { type Check, checks } from '../check.ts';
import type { Kit } from '../kit.ts';
import { expect, pause, type Script } from '../order.ts';
import { sayTelemetry } from '../say.ts';
import { nextTelemetry, write } from '../talk.ts';
import { enter } from './modes.ts';

const ANSWER_MS = 1_000;

const isLast = (line: string): boolean => line === 'ok' || line.startsWith('no: ');

/** Says a line, and gives back what was answered. */
function* tell(kit: Kit, text: string): Script<readonly string[]> {
  const before = kit.ear.lines().length;
  yield* write(encodeLine(text));
  yield {
    kind: 'wait', forMs: ANSWER_MS, until: () => kit.ear.lines().slice(before).some(isLast),
  };
  return kit.ear.lines().slice(before);
}

const shown = (lines: readonly string[]): string =>
  lines.length === 0 ? 'nothing' : lines.map((line) => `"${line}"`).join(' ');

function* inService(kit: Kit): Script {
  const reason = yield* enter(kit, 'service');
  yield* expect(reason === 'none', 'JOIN service with the trigger held', `refused as ${reason}`);
}

/** Text is answered by lines of which the last says how it went; nothing moves for it. */
function* answered(kit: Kit): Script {
  yield* inService(kit);
  const { strokes: from } = yield* nextTelemetry(kit);
  const help = yield* tell(kit, 'help');
  yield* expect(help.at(-1) === 'ok', 'an answer to "help" that ends with "ok"', shown(help));
  const few = help.length <= ANSWER_LINES_MAX && help.filter(isLast).length === 1;
  yield* expect(few, `at most ${ANSWER_LINES_MAX} lines, the last of them final`, shown(help));
  const none = yield* tell(kit, 'run 1000');
  const refusedSo = none.length > 0 && none.at(-1)?.startsWith('no: ') === true;
  yield* expect(refusedSo, 'a "no: " for what is no command', shown(none));
  const told = yield* nextTelemetry(kit);
  const still = told.strokes === from && isRetracted(told);
  yield* expect(still, 'a pen that has not moved', sayTelemetry(told));
}

/** In treatment the same text is damage: no answer, and the session goes on. */
function* unheardInTreatment(kit: Kit): Script {
  for (const text of ['help', 'exit', 'AT']) {
    const lines = yield* tell(kit, text);
    yield* expect(lines.length === 0, `no answer to "${text}"`, shown(lines));
  }
  yield* nextTelemetry(kit);
}

/** After `exit` the pen says nothing more, and no line is answered. */
function* leftByExit(kit: Kit): Script {
  yield* inService(kit);
  const bye = yield* tell(kit, 'exit');
  yield* expect(bye.at(-1) === 'ok', 'an answer to "exit" that ends with "ok"', shown(bye));
  yield* pause(300);
  const quietMs = kit.ear.nowMs() - (kit.ear.telemetry()?.atMs ?? 0);
  yield* expect(quietMs > 200, 'no reports after "exit"', `one ${quietMs} ms ago`);
  const after = yield* tell(kit, 'help');
  yield* expect(after.length === 0, 'no answer after "exit"', shown(after));
}

/** The checks. */
export const SERVICE_LINE_CHECKS: readonly Check[] = checks(
  { group: 'modes', section: 'lines-of-service-mode', moves: false, hand: true, from: 'joined' },
  [
    {
      name: 'service-lines-are-answered',
      promise: 'S-16',
      says: 'In service a line is answered by lines that end with "ok" or a reason.',
      script: answered,
    },
    {
      name: 'service-lines-only-there',
      promise: 'S-16',
      hand: false,
      says: 'In treatment a line of text is not answered.',
      script: unheardInTreatment,
    },
    {
      name: 'service-is-left-by-exit',
      promise: 'S-18',
      says: 'After "exit" the link session is over.',
      script: leftByExit,
    },
  ],
);
