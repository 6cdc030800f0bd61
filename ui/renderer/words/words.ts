// What screens use to speak: texts by key, and sentences made of the codes and facts that the desk
// and the host send. All of it answers in one language; another language is another `Words`.

import type { AreaName, Side } from '../../../protocol/area.ts';
import { isAreaName } from '../../../protocol/area.ts';
import type { LatchReason } from '../../../protocol/reason.ts';
import type { HostNews } from '../../../host/api.ts';
import type { AlarmId } from '../../../host/core/alarm.ts';
import type { RoomReason } from '../../../host/core/checklist.ts';
import type { ArmRefusal } from '../../../host/core/control/event.ts';
import type { StopCause } from '../../../host/core/control/stop-cause.ts';
import type { RuleId } from '../../../host/core/limit-reason.ts';
import type { Notice, Refusal } from '../../../host/core/refusal.ts';
import type { DeskRefusal } from '../../contract/desk-refusal.ts';
import { assert } from '../../../protocol/assert.ts';
import type { FactsIn, Topic } from './catalogue.ts';
import { placeTopic } from './places.ts';
import { ruleKey } from './rule-id.ts';
import type { Facts, Speaker } from './speaker.ts';

/** A sentence in two parts: what it is and why, and what to do next. */
export interface Said {
  readonly what: string;
  readonly next: string;
}

/** What an alarm says: what happened, short; why that is an alarm; what to do next. */
export interface AlarmSaid extends Said {
  readonly why: string;
}

/** Everything that can be said. */
export interface Words extends Omit<Speaker, 'find'> {
  readonly place: (area: AreaName, side: Side) => string;
  readonly rule: (rule: RuleId) => string;
  /** A question, condition, precaution or part, by the name that the host has for it. */
  readonly thing: (item: string) => string;
  readonly refusal: (refusal: Refusal) => Said;
  readonly notice: (notice: Notice) => Said;
  readonly hostNews: (news: HostNews) => string;
  readonly armRefusal: (refusal: ArmRefusal) => Said;
  readonly room: (reason: RoomReason) => Said;
  readonly deskRefusal: (refusal: DeskRefusal) => Said;
  readonly alarm: (alarm: AlarmId) => AlarmSaid;
  readonly stop: (cause: StopCause) => string;
  readonly latch: (reason: LatchReason) => string;
}

type RefusalFacts = Readonly<Record<
  FactsIn<'planRefusals' | 'personRefusals' | 'penRefusals' | 'notices'>, string | number
>>;

const REFUSAL_TOPICS = ['planRefusals', 'personRefusals', 'penRefusals'];
const THING_TOPICS = ['questions', 'conditions', 'things', 'areas', 'places', 'turns', 'phases'];

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const partsOf = (text: string): readonly string[] => text.split('|').map((part) => part.trim());

function said(text: string): Said {
  const [what, next] = partsOf(text);
  assert(what !== undefined && next !== undefined, 'a sentence says what, and what to do next');
  return { what: capital(what), next };
}

function alarmSaid(text: string): AlarmSaid {
  const [what, why, next] = partsOf(text);
  assert(what !== undefined && why !== undefined && next !== undefined, 'an alarm has three parts');
  return { what, why, next };
}

/** Makes words of a speaker. */
export function wordsOf(speaker: Speaker): Words {
  const { t } = speaker;
  const tell = (topics: readonly string[], name: string, facts: Facts): string => {
    const [found] = topics.flatMap((topic) => speaker.find(topic, name, facts) ?? []);
    assert(found !== undefined, 'every code has its text');
    return found;
  };
  const place: Words['place'] = (area, side) => {
    const [topic, name] = placeTopic(area, side);
    return tell([topic], name, {});
  };
  const thing: Words['thing'] = (item) => {
    const [area, side] = item.split(/[/ ]/);
    if (area !== undefined && isAreaName(area)) {
      return place(area, side === 'left' || side === 'right' ? side : 'midline');
    }
    const found = THING_TOPICS.flatMap((topic) => speaker.find(topic, item, {}) ?? []);
    return found[0] ?? item;
  };
  const rule: Words['rule'] = (id) => {
    const { name, row } = ruleKey(id);
    return tell(['rules'], name, { row: isAreaName(row) ? place(row, 'midline') : row });
  };
  const wordFor: WordFor = (topic, code) => speaker.find(topic, code, {}) ?? code;
  const factsOf = (about: Refusal | Notice): RefusalFacts => ({
    where: about.area === undefined
      ? t('rules.the-plan')
      : place(about.area, about.side ?? 'midline'),
    item: thing(about.item ?? ''),
    asked: about.asked ?? 0,
    allowed: about.allowed ?? 0,
    because: 'rule' in about ? t('rules.because', { rule: rule(about.rule) }) : '',
  });
  const room: Words['room'] = (reason) => said(tell(['room'], reason, {}));
  const bracketed = (text: string | undefined): string =>
    text === undefined ? '' : t('rules.because', { rule: thing(text) });
  return {
    ...speaker,
    place,
    thing,
    rule,
    room,
    refusal: (about) => said(tell(REFUSAL_TOPICS, about.code, factsOf(about))),
    notice: (about) => said(tell(['notices'], about.code, factsOf(about))),
    hostNews: (news) =>
      tell(['hostNews'], news.code, {
        place: 'area' in news ? place(news.area, 'midline') : '',
        damaged: 'damaged' in news ? news.damaged : 0,
      } satisfies Record<FactsIn<'hostNews'>, string | number>),
    armRefusal: (refusal) =>
      refusal.code === 'room-open'
        ? room(refusal.item)
        : said(tell(['arming'], refusal.code, armFacts(refusal, { place, wordFor }))),
    deskRefusal: ({ code, item, asked, allowed }) =>
      said(tell(['desk'], code, {
        item: bracketed(item),
        asked: bracketed(asked),
        allowed: bracketed(allowed),
      } satisfies Record<FactsIn<'desk'>, string>)),
    alarm: (alarm) => alarmSaid(tell(['alarms'], alarm, {})),
    latch: (reason) => t('stops.latched', { reason: tell(['latches'], reason, {}) }),
    stop: (cause) => stopped(cause, { t, tell }),
  };
}

type Tell = (topics: readonly string[], name: string, facts: Facts) => string;

/** A word by its code; what the catalogue does not know is shown as it came. */
type WordFor = (topic: Topic, code: string) => string;

/** The facts of a reason against arming, with the codes among them put into words. */
function armFacts(
  refusal: ArmRefusal,
  { place, wordFor }: { readonly place: Words['place']; readonly wordFor: WordFor },
): Facts {
  const phases = refusal.code === 'not-idle' ? 'penPhases' : 'phases';
  const sided = 'side' in refusal ? refusal.side : 'midline';
  return {
    ...refusal,
    ...('phase' in refusal ? { phase: wordFor(phases, refusal.phase) } : {}),
    ...('reason' in refusal ? { reason: wordFor('penReasons', refusal.reason) } : {}),
    ...('area' in refusal
      ? { area: place(refusal.area, 'midline'), where: place(refusal.area, sided) }
      : {}),
  };
}

function stopped(
  cause: StopCause,
  { t, tell }: { readonly t: Words['t']; readonly tell: Tell },
): string {
  switch (cause.kind) {
    case 'operator':
      return t('stops.operator', { by: cause.by });
    case 'pen':
      return t('stops.pen', { reason: tell(['latches'], cause.reason, {}) });
    case 'watch': {
      const { what } = alarmSaid(tell(['alarms'], cause.finding, {}));
      return t('stops.watch', { finding: what });
    }
    case 'host':
      return tell(['stops'], cause.why, {});
  }
}
