/**
 * Quantities wear their unit at the end of their name, from a closed list.
 *
 * The type protects in code; the name protects in JSON, in a log and in talk. This finds spellings
 * that are not on the list, the one that reads as megahertz, and numbers whose name has no unit.
 */
import ts from 'typescript';
import type { TextFile } from './tree.ts';

/** Endings that mean a unit of the list, but are not how it is written here. */
const MISSPELT: readonly (readonly [RegExp, string])[] = [
  [/(?:m[hH]z|M[hH]z|MHZ|cHz|Chz|centihz)$/, 'CentiHz or Hz: in camel case it reads as megahertz'],
  [/[a-z](?:Millis|Milliseconds?|Msecs?|MS)$/, 'Ms'],
  [/[a-z](?:Micrometres?|Micrometers?|Microns?|UM)$/, 'Um'],
  [/[a-z](?:Millimetres?|Millimeters?|MM)$/, 'Mm'],
  [/[a-z](?:Microseconds?|Usecs?)$/, 'Us'],
  [/[a-z](?:Hertz|HZ)$/, 'Hz'],
  [/[a-z](?:Milliamps?|Milliamperes?|MA|mA)$/, 'Ma'],
  [/[a-z](?:Millivolts?|MV|mV)$/, 'Mv'],
  [/[a-z](?:Millinewtons?|MN|mN)$/, 'Mn'],
  [/[a-z](?:Celsius|Centigrade|DegreesC)$/, 'DegC'],
  [/[a-z](?:Pct|Percentage|Perc)$/, 'Percent'],
];

/** Words that name a physical quantity, and so must not be the end of a number's name. */
const BARE =
  /(?:^|[a-z])(?:depth|rate|duration|timeout|delay|elapsed|force|voltage|temperature|protrusion)$/i;

/** Names given by others that we repeat as they are. */
const GIVEN = new Set(['baudRate']);

/** Whether a declaration says that its value is a plain number. */
function isNumber(node: ts.Node): boolean {
  const typed =
    ts.isParameter(node) || ts.isPropertySignature(node) || ts.isVariableDeclaration(node);
  return typed && node.type?.kind === ts.SyntaxKind.NumberKeyword;
}

/** What is wrong with the name of one declaration. */
function faultOf(name: string, plainNumber: boolean): string | undefined {
  const misspelt = MISSPELT.find(([pattern]) => pattern.test(name));
  if (misspelt !== undefined) return `${name} should end in ${misspelt[1]}`;
  if (plainNumber && BARE.test(name) && !GIVEN.has(name)) return `${name} does not end in its unit`;
  return undefined;
}

/** The name that a node declares as a value; types are named after units on purpose. */
function declaredName(node: ts.Node): string | undefined {
  const declares =
    ts.isParameter(node) || ts.isPropertySignature(node) || ts.isVariableDeclaration(node)
    || ts.isPropertyAssignment(node) || ts.isFunctionDeclaration(node) || ts.isBindingElement(node);
  if (!declares || node.name === undefined) return undefined;
  return ts.isIdentifier(node.name) ? node.name.text : undefined;
}

/** Every name in a file that misuses a unit or lacks one, with its line. */
export function misnamedUnits({ path, text }: TextFile): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2024, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const name = declaredName(node);
    const fault = name === undefined ? undefined : faultOf(name, isNumber(node));
    if (fault !== undefined) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push(`${path}:${line + 1} ${fault}.`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
