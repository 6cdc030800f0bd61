/** A bill of materials is whole, names us and holds the Node that runs everything. */
import { expect, test } from 'vitest';
import { bomSchema, incomplete, licenceOf, shippedOf, withReadLicences } from './bom.ts';

const part = (name: string, more: object = {}): object => ({
  'bom-ref': `${name}@1.0.0`,
  name,
  version: '1.0.0',
  licenses: [{ license: { id: 'MIT' } }],
  hashes: [{ alg: 'SHA-512', content: 'ab' }],
  ...more,
});

const bill = (...components: object[]) =>
  bomSchema.parse({
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: 'urn:uuid:1',
    metadata: { component: part('folder') },
    components,
  });

test('a whole bill lacks nothing', () => {
  expect(incomplete(bill(part('rxjs'), part('zod')))).toEqual([]);
});

test('a part without version, licence or check sum is named', () => {
  const bad = part('bad', { version: undefined, licenses: [], hashes: undefined });
  expect(incomplete(bill(part('rxjs'), bad))).toEqual([
    'bad has no version.', 'bad has no licence.', 'bad has no check sum.',
  ]);
});

test('a licence that was read in a file is named for that version, and for no other', () => {
  const at = (version: string) =>
    withReadLicences(bill(part('png-js', { version, licenses: undefined }))).components[0];
  expect(at('2.0.0')?.licenses).toEqual([{ license: { id: 'MIT' } }]);
  expect(at('9.9.9')?.licenses).toBeUndefined();
});

test('a licence is an id, a name or an expression', () => {
  const [id, name, expression] = [
    { license: { id: 'MIT' } }, { license: { name: 'LGPL' } }, { expression: '(MIT OR X11)' },
  ].map((one) => bill(part('x', { licenses: [one] })).components.map(licenceOf)[0]);
  expect([id, name, expression]).toEqual(['MIT', 'LGPL', '(MIT OR X11)']);
});

test('what is shipped has our name, Node, and what a tool uses as well; no other tool', () => {
  const whole = bill(part('rxjs'), part('zod'), part('node'), part('vitest'), part('tool-zod'));
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/rxjs': { version: '1.0.0' },
      'node_modules/zod': { version: '1.0.0' },
      'node_modules/node': { version: '1.0.0', dev: true },
      'node_modules/vitest': { version: '1.0.0', dev: true },
      'node_modules/vitest/node_modules/tool-zod': { version: '1.0.0', dev: true },
    },
  };
  const shipped = shippedOf(whole, lock, { name: 'corium', version: '0.1.0' });
  expect(shipped.metadata.component).toMatchObject({ name: 'corium', version: '0.1.0' });
  expect(shipped.components.map(({ name }) => name)).toEqual(['rxjs', 'zod', 'node']);
  expect(shipped).toMatchObject({ serialNumber: 'urn:uuid:1' });
});
