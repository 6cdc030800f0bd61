/** Arrows point down: host and simulator stand on the protocol and do not know each other. */
import { describe, expect, test } from 'vitest';
import { cyclesIn, importGraph, importsOf } from './imports.ts';
import { breaches, layerOf } from './layers.ts';
import { CODE, filesMatching } from './tree.ts';

const files = filesMatching(CODE);
const graph = importGraph(files);

/** What the rules say of one made-up file. */
function judge(path: string, text: string): readonly string[] {
  return breaches([{ path, text }]);
}

test('every file keeps to its layer', () => {
  expect(files.length).toBeGreaterThan(10);
  expect(breaches(files)).toEqual([]);
});

test('no files import one another in a circle, type imports included', () => {
  expect([...graph.values()].flat().length).toBeGreaterThan(10);
  expect(cyclesIn(graph)).toEqual([]);
});

test('every import of ours leads to a file that was looked at', () => {
  const known = new Set(files.map(({ path }) => path));
  const lost = [...graph].flatMap(([path, targets]) =>
    targets.filter((to) => to.endsWith('.ts') && !known.has(to)).map((to) => `${path} -> ${to}`),
  );
  expect(lost).toEqual([]);
});

describe('the table bites', () => {
  test.each([
    ['protocol/a.ts', "import '../host/core/plan.ts';"],
    ['protocol/a.ts', "import { z } from 'zod';"],
    ['protocol/a.ts', "import fs from 'node:fs';"],
    ['host/core/a.ts', "import { Subject } from 'rxjs';"],
    ['host/core/a.ts', "import { hash } from 'crypto';"],
    ['host/core/a.ts', "import type { Carrier } from '../link/serial.ts';"],
    ['host/core/deep/a.ts', "export * from '../../journal/files.ts';"],
    ['host/link/a.ts', "import { penAt } from '../../sim/pen.ts';"],
    ['host/link/a.ts', "import koffi from 'koffi';"],
    ['host/link/a.ts', "import '../main.ts';"],
    ['host/main.ts', "import '../test/support/gen.ts';"],
    ['sim/firmware/a.ts', "import '../pen.ts';"],
    ['sim/pen.ts', "const { admit } = await import('../host/core/admit.ts');"],
    ['sim/main.ts', "type Plan = import('../host/core/plan.ts').Plan;"],
    ['somewhere/a.ts', ''],
    ['host/core/a.ts', "import './index.ts';"],
  ])('%s may not say: %s', (path, text) => {
    expect(judge(path, text)).toHaveLength(1);
  });

  test('what the table allows passes', () => {
    const text = "import '../core/plan.ts'; import '../../protocol/crc.ts'; import 'rxjs';";
    expect(judge('host/loop/a.ts', text)).toEqual([]);
    expect(judge('test/world/a.ts', "import '../../sim/pen.ts';")).toEqual([]);
  });

  test('a breach is told in the sentence of its rule', () => {
    const [told] = judge('sim/pen.ts', "import '../host/api.ts';");
    expect(told).toContain('it never knows the host');
  });
});

test('the first row that names a file decides', () => {
  expect(layerOf('host/main.ts')?.name).toBe('roots');
  expect(layerOf('host/journal/entry.ts')?.name).toBe('host core');
  expect(layerOf('host/journal/files.ts')?.name).toBe('host shell');
});

test('a scoped package is named with its scope, and words in comments are no imports', () => {
  const text = "// import 'rxjs'\nimport '@serialport/parser-readline/dist/index.js';";
  expect(importsOf({ path: 'a.ts', text })).toEqual([
    { kind: 'package', name: '@serialport/parser-readline' },
  ]);
});

test('a circle is found and told once, whatever hangs on it', () => {
  const circle = importGraph([
    { path: 'start.ts', text: "import './a.ts';" },
    { path: 'a.ts', text: "import type { B } from './b.ts';" },
    { path: 'b.ts', text: "import './c.ts'; import './leaf.ts';" },
    { path: 'c.ts', text: "export { a } from './a.ts';" },
    { path: 'leaf.ts', text: '' },
  ]);
  expect(cyclesIn(circle)).toEqual(['a.ts -> b.ts -> c.ts -> a.ts']);
});
