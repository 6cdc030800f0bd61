/**
 * What must hold of `package-lock.json` for `npm ci` to work on a machine that is not this one.
 *
 * Three faults have been seen in the wild: a platform package that a locked package names but
 * the lockfile lacks (`npm ci` refuses elsewhere), a download address of one registry, and
 * versions that float. Pure: it reads values, not files.
 */
import { z } from 'zod';

const versions = z.record(z.string(), z.string());

const lockedPackage = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  dependencies: versions.optional(),
  devDependencies: versions.optional(),
  optionalDependencies: versions.optional(),
});

/** The part of a lockfile that the check reads. */
export const lockfileSchema = z.object({ packages: z.record(z.string(), lockedPackage) });

/** A parsed lockfile. */
export type Lockfile = z.infer<typeof lockfileSchema>;

/** The folders, innermost first, where Node would look for a package's dependency. */
function searchPath(packagePath: string): readonly string[] {
  const found: string[] = [];
  let base = packagePath;
  while (base !== '') {
    found.push(`${base}/node_modules/`);
    const cut = base.lastIndexOf('/node_modules/');
    base = cut < 0 ? '' : base.slice(0, cut);
  }
  return [...found, 'node_modules/'];
}

/** Optional packages that a locked package names and that the lockfile does not hold. */
export function missingOptionals({ packages }: Lockfile): readonly string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {})
      .filter((name) => !searchPath(path).some((folder) => `${folder}${name}` in packages))
      .map((name) => `${path === '' ? 'the project' : path} names ${name}, which is not locked`),
  );
}

/** Packages whose place of download is written down. */
export function namedAddresses({ packages }: Lockfile): readonly string[] {
  return Object.entries(packages)
    .filter(([, entry]) => entry.resolved !== undefined)
    .map(([path]) => `${path} names the address it was downloaded from`);
}

/** Direct dependencies whose version is a range, or differs from the one that is locked. */
export function floatingVersions({ packages }: Lockfile): readonly string[] {
  const root = packages[''];
  const asked = { ...root?.dependencies, ...root?.devDependencies, ...root?.optionalDependencies };
  return Object.entries(asked)
    .filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)
    .map(([name, version]) => `${name} is asked for as ${version}, which is not what is locked`);
}
