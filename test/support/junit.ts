/**
 * A builder of JUnit reports. The package hands its builder out as the whole module, while its
 * types say that it is a default export of one; this is the one place that knows.
 */
import library, { type Builder } from 'junit-report-builder';
import { assert } from '../../protocol/assert.ts';

const isBuilder = (value: unknown): value is Builder =>
  typeof value === 'object' && value !== null && 'newBuilder' in value;

/** A new, empty report. */
export function newJunitReport(): Builder {
  const loaded: unknown = library;
  assert(isBuilder(loaded), 'the library hands out its builder');
  return loaded.newBuilder();
}
