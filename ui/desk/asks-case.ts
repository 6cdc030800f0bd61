// Requests about the person: the case file, from a file or the invented one of the demonstration.
// With another person everything that was looked at for the last one has to be looked at again.

import { ok, refuse, type Result } from '../../protocol/result.ts';
import { demoCaseFile } from '../../host/demo/case-file.ts';
import { parseCaseFile } from '../../host/doors/case-file.ts';
import { doorSentence } from '../../host/doors/door-words.ts';
import { today } from '../../host/cli/today.ts';
import type { DeskRefusal } from '../contract/desk-refusal.ts';
import { choosePerson } from './care/asks-people.ts';
import { DONE, type Doers, leaveRoom, no, whenIdle } from './doer.ts';
import type { Held } from './held.ts';

/** The name under which the invented person stands in the choices. */
export const DEMO_CASE = 'demonstration';

/** Takes a case file into use, or says what is wrong with it. */
export function takeCase(
  held: Held,
  text: string,
  from: string,
  demo: boolean,
): Result<undefined, readonly DeskRefusal[]> {
  const read = parseCaseFile(new TextEncoder().encode(text));
  if (!read.ok) {
    return refuse([{ code: 'case-not-read', item: from, details: read.error.map(doorSentence) }]);
  }
  const written = held.files.keepCase(text);
  if (!written.ok) return refuse([{ code: 'case-not-read', details: [written.error] }]);
  held.heldCase = { caseFile: read.value, from, demo, charted: false };
  held.person = undefined;
  held.draft = { ...held.draft, person: read.value.person };
  keepCaseName(held, from, demo);
  leaveRoom(held);
  return ok(undefined);
}

function keepCaseName(held: Held, caseFrom: string, caseDemo: boolean): void {
  held.choices = { ...held.choices, caseFrom, caseDemo, chartPerson: '' };
  held.files.keepChoices(held.choices);
}

/** The doers. */
export const caseAsks: Doers<'load-case' | 'demo-case' | 'clear-case' | 'name-person'> = {
  'load-case': whenIdle<'load-case'>(({ held }, { fileName, text }) =>
    takeCase(held, text, fileName, false)),
  'demo-case': whenIdle<'demo-case'>(({ held }) => {
    // An invented person has no place among the records of real ones.
    if (!held.demo) return no('out-of-turn', { item: 'no-demonstration' });
    return takeCase(held, demoCaseFile(today()), DEMO_CASE, true);
  }),
  'clear-case': whenIdle<'clear-case'>(({ held }) => {
    const gone = held.files.keepCase(undefined);
    if (!gone.ok) return no('case-not-read', { details: [gone.error] });
    held.heldCase = undefined;
    held.person = undefined;
    held.draft = { ...held.draft, person: '' };
    keepCaseName(held, '', false);
    leaveRoom(held);
    return DONE;
  }),
  'name-person': whenIdle<'name-person'>(({ held }, { person }) => {
    if (held.heldCase !== undefined) return no('out-of-turn', { item: 'case-file' });
    // Whoever has a chart is treated by it, however they are named.
    if (held.care.ground()?.facts.people.has(person) === true) return choosePerson(held, person);
    held.draft = { ...held.draft, person };
    leaveRoom(held);
    return DONE;
  }),
};
