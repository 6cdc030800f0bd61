/** What happens while something is dealt with waits for its end; nothing is lost or reordered. */
import { Subject } from 'rxjs';
import { expect, test } from 'vitest';
import { inTurn } from '../../../host/loop/in-turn.ts';

interface News {
  readonly name: string;
}

test('what comes in the middle of something is heard after its end, in its order', () => {
  const news$ = new Subject<News>();
  const told: string[] = [];
  news$.pipe(inTurn()).subscribe(({ name }) => {
    told.push(`${name} begins`);
    if (name === 'first') {
      news$.next({ name: 'second' });
      news$.next({ name: 'third' });
    }
    told.push(`${name} ends`);
  });
  news$.next({ name: 'first' });
  news$.next({ name: 'fourth' });
  expect(told).toEqual(
    ['first', 'second', 'third', 'fourth'].flatMap((name) => [`${name} begins`, `${name} ends`]),
  );
});

test('nothing is heard once nobody listens, and an end or an error is passed on', () => {
  const news$ = new Subject<News>();
  const told: string[] = [];
  const listening = news$.pipe(inTurn()).subscribe(({ name }) => told.push(name));
  news$.next({ name: 'heard' });
  listening.unsubscribe();
  news$.next({ name: 'unheard' });
  news$.pipe(inTurn()).subscribe({ complete: () => told.push('over') });
  news$.complete();
  expect(told).toEqual(['heard', 'over']);

  const broken$ = new Subject<News>();
  broken$.pipe(inTurn()).subscribe({ error: (why: unknown) => told.push(String(why)) });
  broken$.error('broken');
  expect(told.at(-1)).toBe('broken');
});
