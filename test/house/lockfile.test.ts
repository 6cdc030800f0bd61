/** The lockfile installs the same packages on every kind of machine, from any registry. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { floatingVersions, lockfileSchema, missingOptionals, namedAddresses } from './lockfile.ts';
import type { Lockfile } from './lockfile.ts';

const ours = lockfileSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));

/** A lockfile in which `outer` wants an optional platform package. */
function lockWith(more: Lockfile['packages']): Lockfile {
  return {
    packages: {
      '': { dependencies: { outer: '1.0.0' } },
      'node_modules/outer': { version: '1.0.0', optionalDependencies: { platform: '1.0.0' } },
      ...more,
    },
  };
}

test('the lockfile holds every platform package that its packages name', () => {
  expect(Object.keys(ours.packages).length).toBeGreaterThan(100);
  expect(missingOptionals(ours)).toEqual([]);
});

test('the lockfile names no download address', () => {
  expect(namedAddresses(ours)).toEqual([]);
});

test('every direct dependency is pinned to the version that is locked', () => {
  expect(floatingVersions(ours)).toEqual([]);
});

test('a platform package that is missing is found', () => {
  expect(missingOptionals(lockWith({}))).toHaveLength(1);
});

test('a platform package is accepted wherever Node would find it', () => {
  const inside = lockWith({ 'node_modules/outer/node_modules/platform': { version: '1.0.0' } });
  const top = lockWith({ 'node_modules/platform': { version: '1.0.0' } });
  expect(missingOptionals(inside)).toEqual([]);
  expect(missingOptionals(top)).toEqual([]);
});

test('a download address and a floating version are found', () => {
  const faulty = lockWith({ 'node_modules/outer': { version: '1.0.1', resolved: 'https://x/y' } });
  expect(namedAddresses(faulty)).toHaveLength(1);
  expect(floatingVersions(faulty)).toHaveLength(1);
});
