/**
 * What a page keeps, told apart: its own objects, strings, arrays and closures, and beside them the
 * machine code that the engine makes of warm functions and the lists that the browser keeps for
 * itself, both of which grow for hours while nothing of the page does. From a snapshot of the heap.
 */
import type { CDPSession } from 'playwright-core';

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
}

/** Bytes of the page's own. */
export interface HeapBytes {
  readonly own: number;
  /** Machine code and the browser's own lists. */
  readonly engine: number;
}

const ENGINE: ReadonlySet<string> = new Set(['code', 'native', 'hidden', 'object shape']);

/** Collects garbage, and looks at all that is left. */
export async function heapBytes(session: CDPSession): Promise<HeapBytes> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const pieces: string[] = [];
  const hear = ({ chunk }: { readonly chunk: string }): void => void pieces.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', hear);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', hear);
  const { snapshot: { meta }, nodes } = JSON.parse(pieces.join('')) as Snapshot;
  const [types] = meta.node_types;
  const [size, every] = [meta.node_fields.indexOf('self_size'), meta.node_fields.length];
  const sum = { own: 0, engine: 0 };
  for (let at = 0; at < nodes.length; at += every) {
    const type = types[nodes[at] ?? 0] ?? '';
    sum[ENGINE.has(type) ? 'engine' : 'own'] += nodes[at + size] ?? 0;
  }
  return sum;
}
