// One line of English for each event in a record. Codes stay as they are: the sentences for alarms
// and refusals belong to those who raise them, and a record must not depend on their wording.

import { unreachable } from '../../protocol/assert.ts';
import type { Event } from './record.ts';

/** What happened, in one line. */
export function explainEvent(event: Event): string {
  switch (event.kind) {
    case 'journal-opened':
      return `host ${event.host} opened the journal (process ${event.pid})`;
    case 'recovered':
      return recovered(event);
    case 'treatment-resumed':
      return `treatment resumed by ${event.by}`;
    case 'pen-linked':
      return `pen ${event.serial} linked, ledger at ${event.strokes} strokes`;
    case 'pen-adopted':
      return `pen ${event.serial} adopted at ${event.strokes} strokes by ${event.by}: ${event.why}`;
    case 'refused':
      return `refused: ${event.what} (${event.refusals.map(({ code }) => code).join(', ')})`;
    case 'alarm':
      return `${event.priority} alarm ${event.alarm} ${event.on ? 'on' : 'off'}`;
    case 'stop':
      return `stopped: ${event.reason}, by ${event.by}`;
    case 'latched':
      return `pen latched: ${event.reason} (latch ${event.latchId})`;
    case 'pen-shaken':
      return `pen ${event.serial} shaken (${event.by}): it works less deep until it is calibrated`;
    case 'cleared':
      return `cleared: ${event.reason}, by ${event.by}`;
    case 'link-lost':
      return `link to pen ${event.serial} lost: ${event.why}`;
    case 'link-restored':
      return `link to pen ${event.serial} restored`;
    default:
      return unreachable(event);
  }
}

function recovered({ file, line, bytes, kept }: Extract<Event, { kind: 'recovered' }>): string {
  if (kept === undefined) return `${file}, line ${line}: its missing end was put right`;
  return `${file}, line ${line}: ${bytes} bytes of an unfinished line were cut and kept as ${kept}`;
}
