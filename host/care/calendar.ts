// The dates of a sheet as an iCalendar file (RFC 5545): whole days without a time zone, lines of at
// most 75 octets, CRLF, everything escaped. The stamp is handed in. No name of a person and no
// depth is in it: calendars are shared and synchronised by people who do not think of that.

import { type Day, day, formatDay } from '../core/day.ts';
import type { Sheet } from '../core/care/aftercare/sheet.ts';
import { ENGLISH, type SheetWords } from '../core/care/aftercare/sheet-words.ts';

const OCTETS_MAX = 75;

/** A text as a value of iCalendar. */
export const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', String.raw`\;`)
    .replaceAll(',', String.raw`\,`)
    .replaceAll(/\r\n|[\r\n]/g, String.raw`\n`)
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');

const octets = new TextEncoder();

/** A line folded so that no part of it is longer than a line may be, and no letter is split. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let length = 0;
  for (const letter of line) {
    const size = octets.encode(letter).length;
    if (length + size > OCTETS_MAX) {
      parts.push(part);
      part = ' ';
      length = 1;
    }
    part += letter;
    length += size;
  }
  return [...parts, part].join('\r\n');
}

const wholeDay = (of: Day): string => formatDay(of).replaceAll('-', '');

interface Event {
  readonly id: string;
  readonly on: Day;
  readonly summary: string;
  readonly description: string;
  readonly reminds: boolean;
}

const REMINDER = [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  'DESCRIPTION:Reminder',
  // Nine o'clock on the morning of a whole day.
  'TRIGGER:PT9H',
  'END:VALARM',
];

const eventLines = (event: Event, treatmentId: string, stamp: string): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(treatmentId)}.${event.id}@corium.invalid`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${wholeDay(event.on)}`,
  `DTEND;VALUE=DATE:${wholeDay(day(event.on + 1))}`,
  `SUMMARY:${escaped(event.summary)}`,
  `DESCRIPTION:${escaped(event.description)}`,
  'CLASS:PRIVATE',
  'TRANSP:TRANSPARENT',
  ...(event.reminds ? REMINDER : []),
  'END:VEVENT',
];

function eventsOf(sheet: Sheet, { say, text }: SheetWords): readonly Event[] {
  const { instructions, milestones } = sheet;
  return [
    ...instructions.map((one): Event => ({
      id: one.id, on: one.on, summary: say(one.title), description: text(sheet, one),
      reminds: one.id === 'next',
    })),
    ...milestones.map(({ id, on, label, asks, photograph }): Event => ({
      id: `follow-up-${id}`,
      on,
      summary: `${say('How is the skin?')} (${say(label)})`,
      description: photograph ? `${say(asks)} ${say('Please take a photograph.')}` : say(asks),
      reminds: true,
    })),
  ];
}

/** The calendar of a sheet; the stamp is an instant written YYYYMMDDTHHMMSSZ. */
export function calendarOf(sheet: Sheet, stamp: string, words: SheetWords = ENGLISH): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Corium//Aftercare 1//${words.language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...eventsOf(sheet, words).flatMap((event) => eventLines(event, sheet.treatmentId, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** An instant of ISO 8601 as a stamp of iCalendar. */
export const calendarStamp = (instant: string): string =>
  instant.replace(/\.\d+Z$/, 'Z').replaceAll(/[-:]/g, '');
