/**
 * Finds out, without running anything, whether a test file has a test of some title. Titles that
 * are put together while the tests are collected are matched by what stands still in them, and
 * where nothing does, by the words in the file; whether such a test is really there is found when
 * the mutants are run.
 */
import ts from 'typescript';
import { untagged } from './mutant.ts';

/** What a title in code can become. */
interface Shape {
  readonly pattern: RegExp;
  /** The title stands in the file word for word, though not where the test begins. */
  readonly listed: boolean;
}

/** The titles of a file, and all its texts. */
interface Titles {
  readonly shapes: readonly Shape[];
  readonly texts: ReadonlySet<string>;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const patternOf = (still: readonly string[]): RegExp =>
  new RegExp(`^${still.map(escaped).join('.+')}$`);

/** What stands still in a title; none for a title that is no literal at all. */
function stillIn(node: ts.Expression): readonly string[] {
  if (ts.isStringLiteralLike(node)) return untagged(node.text).split(/%[sdifjo#$]|\$[\w.]+/);
  if (!ts.isTemplateExpression(node)) return ['', ''];
  const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  return parts.map(untagged);
}

/** Whether the cases of a test come from somewhere else than the call itself. */
const isFromElsewhere = ({ expression }: ts.CallExpression): boolean =>
  ts.isCallExpression(expression) &&
  expression.arguments.some((cases) => !ts.isArrayLiteralExpression(cases));

function shapeOf(call: ts.CallExpression, title: ts.Expression): Shape {
  const still = stillIn(title);
  const isMoving = still.length > 1 && still.every((text) => text === '');
  return { pattern: patternOf(still), listed: isMoving && !isFromElsewhere(call) };
}

const isTestCall = (node: ts.Node, source: ts.SourceFile): node is ts.CallExpression =>
  ts.isCallExpression(node) && /^(?:test|it|describe)\b/.test(node.expression.getText(source));

const known = new Map<string, Titles>();

/** Everything that a test file says of its titles, read once. */
function titlesOf(text: string): Titles {
  const before = known.get(text);
  if (before !== undefined) return before;
  const source = ts.createSourceFile('test.ts', text, ts.ScriptTarget.ES2024, true);
  const shapes: Shape[] = [];
  const texts = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.add(untagged(node.text));
    const [title] = isTestCall(node, source) ? node.arguments : [];
    // The list of `test.each` is an argument too, and no title.
    const isList = isTestCall(node, source) && /\.each$/.test(node.expression.getText(source));
    if (title !== undefined && !isList && ts.isCallExpression(node)) {
      shapes.push(shapeOf(node, title));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const titles = { shapes, texts };
  known.set(text, titles);
  return titles;
}

/** Whether every part of a whole title can be that of a test or a suite in a test file. */
export function hasTitle(text: string, title: string): boolean {
  const { shapes, texts } = titlesOf(text);
  return title.split(' > ').every((part) =>
    shapes.some(({ pattern, listed }) => pattern.test(part) && (!listed || texts.has(part))),
  );
}
