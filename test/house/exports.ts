/**
 * Every export says in a sentence what its type cannot.
 *
 * Looks only at whether the sentence is there and reads like one; whether it is worth reading is
 * for people to judge.
 */
import ts from 'typescript';
import type { TextFile } from './tree.ts';

/** Whether a statement declares something for other files. */
function isExported(node: ts.Statement): boolean {
  if (!ts.canHaveModifiers(node)) return false;
  return ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** The name that a statement declares, for the finding. */
function nameOf(node: ts.Statement): string {
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.map(({ name }) => name.getText()).join(', ');
  }
  const named =
    ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)
    || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
  return (named ? node.name?.text : undefined) ?? 'an export';
}

/** The prose of the doc comment nearest above a statement, or undefined without one. */
function docOf(node: ts.Statement, source: ts.SourceFile): string | undefined {
  const ranges = ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? [];
  const last = ranges.at(-1);
  if (last === undefined) return undefined;
  const comment = source.text.slice(last.pos, last.end);
  if (!comment.startsWith('/**')) return undefined;
  const prose = comment.replace(/^\/\*\*|\*\/$/g, '').replaceAll(/^\s*\*/gm, ' ');
  return prose.replaceAll(/\s+/g, ' ').trim();
}

/** Whether a doc comment begins like a sentence and ends one somewhere. */
function isSentence(doc: string): boolean {
  return !/^\p{Ll}/u.test(doc) && /[.:!?](?:\s|$)/.test(doc);
}

/** Every export of a file that has no sentence of its own; overloads share one. */
export function undocumented({ path, text }: TextFile): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2024, true);
  const documented = new Set<string>();
  const found: string[] = [];
  for (const node of source.statements.filter(isExported)) {
    const name = nameOf(node);
    const doc = docOf(node, source);
    if (doc !== undefined && isSentence(doc)) documented.add(name);
    else if (!documented.has(name)) found.push(`${path}: ${name} has no sentence of its own.`);
  }
  return found;
}
