// Asks the questions of a screening in the terminal, one at a time. Whoever leaves before the end
// has screened nobody: nothing is written, and nothing is kept for the next time.

import process from 'node:process';
import { createInterface } from 'node:readline';
import { beginInterview, hear, promptOf } from '../../core/care/screening/interview.ts';
import type { Screened } from '../../core/care/screening/answers.ts';
import type { AskedFor } from '../../core/care/screening/questionnaire.ts';
import type { Day } from '../../core/day.ts';
import type { Terminal } from '../terminal.ts';

/** The answers; undefined when somebody left before the end. */
export async function askScreening(
  askedFor: AskedFor,
  today: Day,
  terminal: Terminal,
): Promise<Screened | undefined> {
  let interview = beginInterview(askedFor, today);
  const typing = createInterface({ input: process.stdin });
  typing.on('SIGINT', () => {
    typing.close();
  });
  try {
    terminal.raw(`${promptOf(interview) ?? ''}: `);
    for await (const line of typing) {
      const heard = hear(interview, line);
      if (heard.kind === 'again') terminal.out(`   ${heard.sentence}`);
      else ({ interview } = heard);
      const prompt = promptOf(interview);
      if (prompt === undefined) return interview.screened;
      terminal.raw(`${prompt}: `);
    }
    terminal.out('');
    return undefined;
  } finally {
    typing.close();
  }
}
