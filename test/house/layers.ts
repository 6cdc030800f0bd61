/**
 * Holds files against the table of layers and answers in the sentences of the rules broken.
 *
 * Knows nothing of the disk: it is given files, so a test can hand it bad ones.
 */
import { posix } from 'node:path';
import { importsOf } from './imports.ts';
import type { Import } from './imports.ts';
import { LAYERS } from './layer-table.ts';
import type { Layer } from './layer-table.ts';
import type { TextFile } from './tree.ts';

/** The layer of a file: the first row of the table that names it and does not except it. */
export function layerOf(path: string): Layer | undefined {
  const named = (globs: readonly string[]): boolean =>
    globs.some((glob) => posix.matchesGlob(path, glob));
  return LAYERS.find(({ files, except = [] }) => named(files) && !named(except));
}

/** Whether a layer may import what an import leads to. */
function allows(layer: Layer, found: Import): boolean {
  switch (found.kind) {
    case 'node':
      return layer.node;
    case 'package':
      return layer.packages === 'any' || layer.packages.includes(found.name);
    case 'file': {
      const target = layerOf(found.path);
      return target !== undefined && layer.mayImport.includes(target.name);
    }
  }
}

/** Whether a file comes into its own folder by the door that is for outsiders. */
function usesOwnDoor(path: string, found: Import): boolean {
  return found.kind === 'file' && found.path === posix.join(posix.dirname(path), 'index.ts');
}

/** Every breach of the table in some files, each with the sentence of its rule. */
export function breaches(files: readonly TextFile[]): readonly string[] {
  return files.flatMap((file) => {
    const layer = layerOf(file.path);
    if (layer === undefined) return [`${file.path} belongs to no layer: place it in the table.`];
    return importsOf(file).flatMap((found) => {
      const target = found.kind === 'file' ? found.path : found.name;
      if (usesOwnDoor(file.path, found)) {
        return [`${file.path} imports ${target}: inside a folder, import the file you mean.`];
      }
      return allows(layer, found) ? [] : [`${file.path} imports ${target}: ${layer.rule}`];
    });
  });
}
