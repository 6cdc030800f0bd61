/**
 * The host's end of a cable that is a piece of memory.
 */
import { expect, test } from 'vitest';
import { SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { createDeframer } from '../../protocol/deframe.ts';
import { encodeFrame } from '../../protocol/frame.ts';
import { memoryPort } from '../../sim/memory.ts';
import { rig } from './pen/rig.ts';

const HELLO = encodeFrame(
  { kind: 'hello', hostNonce: 5, schemaHash: SCHEMA_HASH },
  { session: 0, seq: 0, ack: 0 },
  0,
);

test('a hello that is written is answered within the call', () => {
  const port = memoryPort(rig());
  const kinds: string[] = [];
  const deframer = createDeframer({ heard: ({ kind }) => kinds.push(kind), dropped: () => {} });
  port.onBytes(deframer.push);
  expect(port.write(HELLO)).toBe(true);
  expect(kinds).toEqual(['welcome']);
});

test('a host may answer within the call in which it is spoken to', () => {
  const pen = rig();
  const port = memoryPort(pen);
  let answers = 0;
  port.onBytes(() => {
    answers += 1;
    if (answers < 3) port.write(HELLO);
  });
  port.write(HELLO);
  expect(answers).toBe(3);
});

test('a port that is closed says so once, and neither writes nor hears', async () => {
  const port = memoryPort(rig());
  const said: string[] = [];
  port.onClosed((why) => said.push(why));
  port.onBytes(() => said.push('heard'));
  await port.close();
  await port.close();
  expect(port.write(HELLO)).toBe(false);
  expect(said).toEqual(['closed by this program']);
});
