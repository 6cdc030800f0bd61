import { describe, expect, test } from 'vitest';
import { draftSections, draftText, type ToldEvent } from '../../../host/export/adverse-event.ts';
import { draftDocument } from '../../../host/export/draft-document.ts';
import { pseudonyms, trueNames } from '../../../host/export/names.ts';
import { SAID, treated, TREATMENT } from './treated.ts';

const TOLD: ToldEvent = {
  what: 'burning on the second day', on: '2031-03-02', outcome: 'not-serious',
};
const subject = treated();
const sections = draftSections(subject, pseudonyms(subject), TOLD);
const answers = new Map(sections.flatMap(({ lines }) => lines));

describe('the draft of a report about an adverse event', () => {
  test('has the sections of the form by their letters', () => {
    expect(sections.map(({ title }) => title.split('.')[0])).toEqual([
      'A', 'B', 'D', 'Treatment facts, by the journal', 'E', 'F and H',
    ]);
  });

  test('what the journal knows is filled in', () => {
    expect(answers.get('Describe event or problem')).toBe(TOLD.what);
    expect(answers.get('Date of event')).toBe('2031-03-02');
    expect(answers.get('Outcome attributed to the event')).toBe('not serious');
    expect(answers.get('Serial number')).toBe('P1');
    expect(answers.get('Model number')).toBe('meridian-p');
    expect(answers.get('Cartridge lot number')).toBe('LOT-7');
    expect(answers.get('Unique device identifier (UDI-DI)')).toBe('00012345600012');
    expect(answers.get('Calibration certificate')).toBe('C1');
    expect(answers.get('left cheek')).toContain('250 strokes delivered');
    expect(answers.get('forehead')).toContain('up to 250 more not known');
    expect(answers.get('Stops and alarms')).toContain('alarm operator-stop');
    expect(answers.get('Other relevant history')).toBe('inflamed-acne');
  });

  test('what nobody knows says unknown, and nothing is made up', () => {
    const bare = treated(TREATMENT, []);
    const empty = new Map(
      draftSections(bare, pseudonyms(bare), { ...TOLD, what: ' ', on: undefined })
        .flatMap(({ lines }) => lines),
    );
    for (const heading of ['Weight', 'Sex, gender', 'Date of event', 'Describe event or problem',
      'Unique device identifier (UDI-DI)', 'Fitzpatrick skin type', 'Other relevant history',
      'Manufacturer name, city and state', 'Certificate signed with key']) {
      expect(empty.get(heading), heading).toBe('unknown');
    }
    expect([...empty.values()]).not.toContain('');
    expect([...empty.values()].join()).not.toMatch(/undefined|NaN|null/);
  });

  test('S-79 nobody is named but in the words of whoever tells it', () => {
    const text = draftText(sections);
    for (const said of [...Object.values(SAID), 'Hilda']) expect(text).not.toContain(said);
    const shown = draftText(draftSections(subject, trueNames(subject, undefined), TOLD));
    expect(shown).toContain(SAID.operator);
  });

  test('it says of itself that it is a draft, as text and as JSON', () => {
    expect(draftText(sections)).toMatch(/^DRAFT .*not sent to anybody\.\n/);
    const document: unknown = JSON.parse(draftDocument(subject, pseudonyms(subject), TOLD, true));
    expect(document).toMatchObject({ draft: true, form: 'FDA 3500A' });
  });
});
