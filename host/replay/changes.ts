// What a step of the host changed that somebody would want to know: link, phase, alarms, drops, and
// what a person asked for.

import { alarmsOn } from '../core/alarm.ts';
import type { Control } from '../core/control/state.ts';
import { areaWords } from '../core/word-parts.ts';
import type { Host, HostEvent } from '../loop/host-step.ts';
import type { Happening } from './moment.ts';

/** Everything that changed. */
export function changesOf(before: Host, after: Host, event: HostEvent): readonly Happening[] {
  return [
    ...askedBy(event),
    ...linkChanges(before, after),
    ...dropChanges(before, after),
    ...controlChanges(before.control, after.control),
  ];
}

function askedBy(event: HostEvent): readonly Happening[] {
  switch (event.kind) {
    case 'arm':
      return [{ kind: 'asked', what: `to arm the ${areaWords(event.area, event.side)}` }];
    case 'room':
      return [{ kind: 'asked', what: 'to note what was looked at in the room' }];
    case 'end-area':
      return [{ kind: 'asked', what: 'to end the area' }];
    case 'stop':
      return [{ kind: 'asked', what: 'to stop' }];
    case 'clear':
      return [{ kind: 'asked', what: 'to clear the stop' }];
    case 'finish':
      return [{ kind: 'asked', what: `to finish, ${event.outcome}` }];
    case 'journal-failed':
      return [{ kind: 'asked', what: `nothing: the journal failed (${event.why})` }];
    case 'host-trouble':
      return [{ kind: 'asked', what: `nothing: the host stops the pen (${event.why})` }];
    case 'pedal':
      return [{ kind: 'asked', what: `by the pedal: ${event.pedal}` }];
    case 'greet':
    case 'port-closed':
    case 'frame':
    case 'synced':
    case 'begin':
    case 'tick':
      return [];
  }
}

function linkChanges(before: Host, after: Host): readonly Happening[] {
  if (before.pen === after.pen) return [];
  if (after.pen === undefined) return [{ kind: 'link-lost' }];
  const { serial, model } = after.pen.pages.identity;
  return [{ kind: 'linked', serial, model }];
}

function dropChanges(before: Host, after: Host): readonly Happening[] {
  if (before.session.drops === after.session.drops) return [];
  const counted = new Map<string, number>(Object.entries(before.session.drops));
  return Object.entries(after.session.drops)
    .filter(([why, count]) => count > (counted.get(why) ?? 0))
    .map(([why]) => ({ kind: 'session-dropped', why }));
}

function controlChanges(
  before: Control | undefined,
  after: Control | undefined,
): readonly Happening[] {
  if (after === undefined) return [];
  const was = new Set(before === undefined ? [] : alarmsOn(before.alarms));
  const is = new Set(alarmsOn(after.alarms));
  const phase = after.phase.kind;
  const cause = 'cause' in after.phase ? after.phase.cause : undefined;
  return [
    ...(before?.phase.kind === phase ? [] : [{ kind: 'phase', phase, cause } as const]),
    ...[...is].filter((alarm) => !was.has(alarm)).map((alarm) => alarmed(alarm, true)),
    ...[...was].filter((alarm) => !is.has(alarm)).map((alarm) => alarmed(alarm, false)),
  ];
}

const alarmed = (
  alarm: Extract<Happening, { readonly kind: 'alarm' }>['alarm'],
  on: boolean,
): Happening => ({ kind: 'alarm', alarm, on });
