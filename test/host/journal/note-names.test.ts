import { expect, test } from 'vitest';
import { noteSchema } from '../../../host/journal/entry.ts';

const ENVELOPE = ['v', 'n', 'at', 'ms', 'synced', 'prev', 'hash'];

test('no note has a field of the envelope, which would be read as what chains the line', () => {
  const taken = noteSchema.options.flatMap(({ shape }) =>
    Object.keys(shape)
      .filter((name) => ENVELOPE.includes(name))
      .map((name) => `${shape.kind.value} has ${name}`));
  expect(taken).toEqual([]);
});
