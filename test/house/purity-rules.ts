/**
 * What a pure folder may not say, as lint rules. Time, chance and the world come in as arguments.
 *
 * The lint configuration applies them while one writes; `purity.test.ts` runs the same rules over
 * the same files, and over bad examples to prove that they bite.
 */
import type { Linter } from 'eslint';

const CLOCK = 'Time comes in as an argument.';
const WORLD = 'The world comes in as an argument; effects go out as data.';

const CLOCKS = [
  'Date', 'Temporal', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'clearTimeout',
  'clearInterval', 'clearImmediate', 'queueMicrotask',
];

const WORLDS = [
  'process', 'console', 'crypto', 'fetch', 'require', 'global', 'globalThis', 'Buffer', 'Promise',
  'Intl', 'Atomics', 'SharedArrayBuffer', 'WeakRef', 'FinalizationRegistry', 'AbortController',
  'AbortSignal', 'EventTarget', 'MessageChannel', 'BroadcastChannel', 'Worker', 'WebSocket',
];

const SYNTAX = [
  [':matches(FunctionDeclaration, FunctionExpression, ArrowFunctionExpression)[async=true]',
    'A pure function answers at once.'],
  ['AwaitExpression, ForOfStatement[await=true]', 'A pure function answers at once.'],
  ['ClassDeclaration, ClassExpression', 'Pure folders hold data and functions, no classes.'],
  ['ImportExpression', 'A pure file names what it imports at its top.'],
  ['MetaProperty', 'Where a file lies is a fact about the world.'],
  ['Program > VariableDeclaration[kind!="const"]', 'No state lives at the top of a module.'],
  ['ExportNamedDeclaration > VariableDeclaration[kind!="const"]',
    'No state lives at the top of a module.'],
  ['CallExpression[callee.property.name=/^toLocale/]', 'A locale is a fact about the machine.'],
] as const;

/** The rules, in the form that a lint configuration takes. */
export const PURITY_RULES: Linter.RulesRecord = {
  'no-restricted-globals': [
    'error',
    ...CLOCKS.map((name) => ({ name, message: CLOCK })),
    ...WORLDS.map((name) => ({ name, message: WORLD })),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Chance comes in as an argument.' },
  ],
  'no-restricted-syntax': [
    'error',
    ...SYNTAX.map(([selector, message]) => ({ selector, message })),
  ],
};
