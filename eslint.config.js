/**
 * What the linter looks for: mistakes that types alone do not catch, never the look of the code.
 *
 * Layers, purity, length, width, words and names are rules of the house and live in `test/house`;
 * the purity rules are applied here as well, so that an editor shows them while one writes.
 */
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { PURE_FILES } from './test/house/layer-table.ts';
import { PURITY_RULES } from './test/house/purity-rules.ts';

const NO_SAMPLING = 'Drops or merges events, or hides how old they are: control needs every one.';
const NO_AMNESIA = 'Restarts or outlives a failure without anybody having decided so.';
const NO_WALL_CLOCK = 'Reads the wall clock; take time from the injected scheduler.';

/** Operators and subjects that have no place between the pen and the decision, with the reason. */
const RXJS_BANS = [
  [['combineLatest', 'withLatestFrom', 'switchMap', 'exhaustMap', 'debounceTime', 'throttleTime',
    'sampleTime', 'auditTime', 'shareReplay', 'BehaviorSubject'], NO_SAMPLING],
  [['retry', 'repeat', 'catchError', 'onErrorResumeNext'], NO_AMNESIA],
  [['timestamp', 'timeInterval'], NO_WALL_CLOCK],
].flatMap(([importNames, message]) =>
  ['rxjs', 'rxjs/operators'].map((name) => ({ name, importNames, message })),
);

/** The few places outside the protocol where a plain value is given its brand. */
const UNIT_MAKERS = ['host/core/day.ts'];

/** The one place where a cell of the control matrix meets the event that it was declared for. */
const DISPATCH = 'host/core/control/dispatch.ts';

export default defineConfig(
  { ignores: ['node_modules/', 'coverage/', 'out/', 'eslint.config.js', '**/*.md', '**/*.json'] },
  {
    files: ['**/*.{ts,tsx,cts}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-constant-binary-expression': 'error',
      'no-empty': 'error',
      'no-param-reassign': 'error',
      'no-self-compare': 'error',
      'no-unreachable-loop': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      complexity: ['error', { max: 14, variant: 'modified' }],
      'max-depth': ['error', 3],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/strict-boolean-expressions': ['error', { allowString: false }],
      // A `default` would swallow the event that is added tomorrow.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { requireDefaultForNonUnion: true, considerDefaultExhaustiveForUnions: false },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // Our objects are closures, not classes: their methods do not know `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
    },
  },
  {
    // Shells hold state in what a root builds, never in the module itself.
    files: ['{host,sim,ui}/**/*.{ts,tsx,cts}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: ':matches(Program, ExportNamedDeclaration) > VariableDeclaration[kind!="const"]',
          message: 'No state lives at the top of a module: a root builds what is built.',
        },
        {
          selector: 'Program > :matches(VariableDeclaration, ExportNamedDeclaration)'
            + ' NewExpression[callee.name=/Subject$/]:not(:function *)',
          message: 'No stream is created at import time: a root builds what is built.',
        },
      ],
    },
  },
  // After the rules for shells: a pure file answers to these instead.
  { files: PURE_FILES.files, ignores: PURE_FILES.except, rules: PURITY_RULES },
  {
    // A number becomes a quantity in its maker and nowhere else.
    files: ['{host,sim,ui}/**/*.{ts,tsx,cts}'],
    ignores: [...UNIT_MAKERS, DISPATCH],
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
    },
  },
  {
    files: ['host/{link,loop}/**'],
    rules: { 'no-restricted-imports': ['error', { paths: RXJS_BANS }] },
  },
  {
    // Only a root and the command line speak to the terminal.
    files: ['{host,sim,ui}/**/*.{ts,tsx,cts}'],
    ignores: ['host/{main,process}.ts', 'sim/{main,process}.ts', 'ui/{,electron/}main.ts', 'host/cli/**'],
    rules: { 'no-console': 'error' },
  },
  {
    // Relations between constants are asserted when the module loads: always true is the point.
    files: ['sim/firmware/figures.ts', 'protocol/timing.ts'],
    rules: { '@typescript-eslint/no-unnecessary-condition': 'off' },
  },
  {
    // A story in a test is told in one piece.
    files: ['test/**'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
);
