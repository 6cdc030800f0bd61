/**
 * Finds out, without running anything, whether a test file has a test of some title. Titles that
 * are put together while the tests are collected are matched by what stands still in them; whether
 * such a test is really there is found when the mutants are run.
 */
import ts from 'typescript';
import { untagged } from './mutant.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What stands still in a title of `test.each`, as a pattern. */
const pattern = (title: string): RegExp =>
  new RegExp(`^${untagged(title).split(/%[sdifjo#$]|\$[\w.]+/).map(escaped).join('.+')}$`);

/** The pattern of a title in code; one that is no literal at all may become anything. */
function patternOf(node: ts.Expression): RegExp {
  if (ts.isStringLiteralLike(node)) return pattern(node.text);
  if (!ts.isTemplateExpression(node)) return /^.+$/;
  const still = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  return new RegExp(`^${still.map((text) => escaped(untagged(text))).join('.+')}$`);
}

const isTestCall = (node: ts.Node, source: ts.SourceFile): node is ts.CallExpression =>
  ts.isCallExpression(node) && /^(?:test|it|describe)\b/.test(node.expression.getText(source));

const known = new Map<string, readonly RegExp[]>();

/** Patterns of every title of a test or a suite in a test file, read once. */
function titlePatterns(text: string): readonly RegExp[] {
  const before = known.get(text);
  if (before !== undefined) return before;
  const source = ts.createSourceFile('test.ts', text, ts.ScriptTarget.ES2024, true);
  const found: RegExp[] = [];
  const visit = (node: ts.Node): void => {
    const [title] = isTestCall(node, source) ? node.arguments : [];
    // The list of `test.each` is an argument too, and no title.
    if (title !== undefined && !ts.isArrayLiteralExpression(title)) found.push(patternOf(title));
    ts.forEachChild(node, visit);
  };
  visit(source);
  known.set(text, found);
  return found;
}

/** Whether every part of a whole title can be that of a test or a suite in a test file. */
export function hasTitle(text: string, title: string): boolean {
  const patterns = titlePatterns(text);
  return title.split(' > ').every((part) => patterns.some((each) => each.test(part)));
}
