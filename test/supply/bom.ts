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
});

/** A parsed bill. */
type Bom = z.infer<typeof bomSchema>;

/** The licence of a part in words; undefined if the bill says none. */
export function licenceOf({ licenses }: Component): string | undefined {
  const [first] = licenses ?? [];
  return first?.expression ?? first?.license?.id ?? first?.license?.name;
}

/** What a part of a bill lacks, in sentences. */
export function incomplete({ components }: Bom): readonly string[] {
  return components.flatMap((part) => [
    ...(part.version === undefined ? [`${part.name} has no version.`] : []),
    ...(licenceOf(part) === undefined ? [`${part.name} has no licence.`] : []),
    ...((part.hashes ?? []).length === 0 ? [`${part.name} has no check sum.`] : []),
  ]);
}

/** A part of the bill of tools that is Node itself, or brings its program. */
const isRuntime = ({ name }: Component): boolean =>
  name === 'node' || /^node-bin-|^node-(?:linux|darwin|win)/.test(name);

/** The bill of what is shipped, under our own name, with the Node that the lockfile brings. */
export function withRuntime(
  shipped: Bom,
  tools: Bom,
  own: { readonly name: string; readonly version: string },
): Bom {
  const there = new Set(shipped.components.map((part) => part['bom-ref']));
  const runtime = tools.components.filter((part) => isRuntime(part) && !there.has(part['bom-ref']));
  const named = { ...shipped.metadata.component, name: own.name, version: own.version };
  return {
    ...shipped,
    metadata: { ...shipped.metadata, component: named },
    components: [...shipped.components, ...runtime],
  };
}
