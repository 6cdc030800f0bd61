/** One pipe that questions ask in turn: no line is lost between them, and none comes twice. */
import { expect, test } from 'vitest';
import { linesInTurn } from '../../../host/cli/calibrate/lines-in-turn.ts';

/** A pipe that a test writes to. */
function pipe() {
  let hear: (line: string) => void = () => undefined;
  let ended: () => void = () => undefined;
  let closed = false;
  const turns = linesInTurn((onLine, onEnd) => {
    hear = onLine;
    ended = onEnd;
    return { close: () => { closed = true; } };
  });
  return { turns, write: (line: string) => hear(line), end: () => ended(), closed: () => closed };
}

/** Asks once, as a question does. */
const asks = ({ turns }: ReturnType<typeof pipe>): Promise<string | undefined> =>
  new Promise((resolve) => {
    const listening = turns.take(
      (line) => {
        listening.close();
        resolve(line);
      },
      () => resolve(undefined),
    );
  });

test('every question has its own line, also where all of them came at once', async () => {
  const one = pipe();
  for (const line of ['y', 'y', '20', '21.5']) one.write(line);
  const heard = [await asks(one), await asks(one), await asks(one), await asks(one)];
  expect(heard).toEqual(['y', 'y', '20', '21.5']);
});

test('a line that comes after the question is heard as well, and the end of the pipe', async () => {
  const one = pipe();
  const first = asks(one);
  one.write('y');
  expect(await first).toBe('y');
  const second = asks(one);
  one.end();
  expect(await second).toBeUndefined();
  expect(await asks(one)).toBeUndefined();
});

test('nothing is let go of before the end', async () => {
  const one = pipe();
  one.write('y');
  await asks(one);
  expect(one.closed()).toBe(false);
  one.turns.close();
  expect(one.closed()).toBe(true);
});
