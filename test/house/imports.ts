/**
 * What a file imports, and where each import leads.
 *
 * Type imports, re-exports and dynamic imports count as imports: what a type knows, its file
 * knows. Our imports spell the file out, ending included, so resolving one is joining two paths.
 */
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';
import type { TextFile } from './tree.ts';

/** Where an import leads: a file of ours, a package, or Node itself. */
export type Import =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'node'; readonly name: string };

/** The package that a bare specifier belongs to, scope included. */
function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/** Every import of a file, in the order written. */
export function importsOf({ path, text }: TextFile): readonly Import[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }): Import => {
    if (fileName.startsWith('.')) {
      return { kind: 'file', path: posix.join(posix.dirname(path), fileName) };
    }
    if (isBuiltin(fileName)) return { kind: 'node', name: fileName };
    return { kind: 'package', name: packageOf(fileName) };
  });
}

/** For each file, the files of ours that it imports. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** The graph of imports between our own files. */
export function importGraph(files: readonly TextFile[]): ImportGraph {
  return new Map(
    files.map((file) => [
      file.path,
      importsOf(file).flatMap((found) => (found.kind === 'file' ? [found.path] : [])),
    ]),
  );
}

/** Each cycle once, as the files on the way round; the first file is named again at the end. */
export function cyclesIn(graph: ImportGraph): readonly string[] {
  const done = new Set<string>();
  const way: string[] = [];
  const cycles: string[] = [];
  const visit = (path: string): void => {
    const turn = way.indexOf(path);
    if (turn >= 0) cycles.push([...way.slice(turn), path].join(' -> '));
    if (turn >= 0 || done.has(path)) return;
    way.push(path);
    for (const next of graph.get(path) ?? []) visit(next);
    way.pop();
    done.add(path);
  };
  for (const path of graph.keys()) visit(path);
  return cycles;
}
