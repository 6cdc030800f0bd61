/**
 * Who may import whom, as data: one row for each layer, from the wire outwards.
 *
 * The first row that names a file, and does not except it, is its layer. A folder that is mostly
 * pure is pure by default: what touches the world there is named. The lint configuration reads the
 * pure rows too, so that what counts as pure is written down once.
 */

/** One row: where the files are, what they may know, and the rule in a sentence. */
export interface Layer {
  readonly name: string;
  readonly files: readonly string[];
  readonly except?: readonly string[];
  readonly mayImport: readonly string[];
  readonly packages: readonly string[] | 'any';
  readonly node: boolean;
  readonly pure: boolean;
  readonly rule: string;
}

const EVERYTHING = [
  'protocol', 'guard', 'host core', 'host shell', 'judging', 'sim core', 'sim shell',
];

const CONSOLE = ['ui contract', 'ui renderer', 'ui preload', 'ui shell', 'ui roots'];

/** The layers. A file that no row names is refused until somebody has placed it. */
export const LAYERS: readonly Layer[] = [
  {
    name: 'protocol',
    files: ['protocol/**'],
    mayImport: ['protocol'],
    packages: [],
    node: false,
    pure: true,
    rule: 'The protocol imports nothing but itself: both ends of the wire stand on it.',
  },
  {
    name: 'roots',
    files: ['host/main.ts', 'host/process.ts', 'host/bench-process.ts'],
    mayImport: [...EVERYTHING, 'roots'],
    packages: 'any',
    node: true,
    pure: false,
    rule: 'Only a root joins sides; nobody but a root imports a root, and no root imports tests.',
  },
  {
    name: 'sim root',
    files: ['sim/main.ts', 'sim/process.ts'],
    mayImport: ['protocol', 'sim core', 'sim shell'],
    packages: 'any',
    node: true,
    pure: false,
    rule: 'The simulator is a product of its own: even its root does not know the host.',
  },
  {
    name: 'guard',
    files: ['host/guard/**'],
    mayImport: ['protocol', 'guard'],
    packages: ['zod'],
    node: false,
    pure: true,
    rule: 'The guard before the wire shares nothing with what it guards but the protocol.',
  },
  {
    name: 'host core',
    files: [
      'host/api.ts',
      'host/core/**',
      'host/journal/**',
      'host/link/{clock-relation,interview,requests,session*}.ts',
    ],
    except: [
      'host/journal/{files,index,install,keep-tail,lock,node-door,open}.ts',
      'host/journal/{process-table,read,segment,world,writer}.ts',
    ],
    mayImport: ['protocol', 'host core'],
    packages: ['zod'],
    node: false,
    pure: true,
    rule: 'Decisions are pure: the host core knows the protocol and itself, and schemas by zod.',
  },
  {
    name: 'judging',
    files: ['host/conform/**', 'host/replay/**'],
    except: [
      'host/conform/{drive-port,junit,read-transcripts}.ts',
      'host/replay/{changes,moment,read-recording,recorder,replay,tap}.ts',
    ],
    mayImport: ['protocol', 'host core', 'judging'],
    packages: [],
    node: false,
    pure: true,
    rule: 'What judges a pen or a recording is pure; it knows the protocol and the host core.',
  },
  {
    name: 'host shell',
    files: ['host/**'],
    mayImport: ['protocol', 'guard', 'host core', 'host shell', 'judging'],
    packages: [
      '@serialport/parser-readline', 'better-sqlite3', 'commander', 'junit-report-builder',
      'fhir', 'kysely', 'node-hid', 'pdfkit', 'pg', 'rxjs', 'serialport', 'zod',
    ],
    node: true,
    pure: false,
    rule: 'The host shell touches the world for the host; it never knows the simulator.',
  },
  {
    name: 'sim core',
    files: ['sim/{bench,faults,firmware,models,operator,plant,random,wire}{.ts,/**}'],
    mayImport: ['protocol', 'sim core'],
    packages: [],
    node: false,
    pure: true,
    rule: 'The pen, its plant and its mischief are pure: they know the protocol and themselves.',
  },
  {
    name: 'sim shell',
    files: ['sim/**'],
    mayImport: ['protocol', 'sim core', 'sim shell'],
    packages: ['koffi', 'rxjs'],
    node: true,
    pure: false,
    rule: 'The sim shell gives the pen a place to listen; it never knows the host.',
  },
  {
    name: 'ui contract',
    files: ['ui/contract/**'],
    mayImport: ['protocol', 'host core', 'ui contract'],
    packages: ['zod'],
    node: false,
    pure: true,
    rule: 'What a window and the desk say to each other is pure: types, and schemas by zod.',
  },
  {
    name: 'ui renderer',
    files: ['ui/renderer/**'],
    mayImport: ['protocol', 'host core', 'ui contract', 'ui renderer'],
    packages: ['@kobalte/core', 'solid-js'],
    node: false,
    pure: false,
    rule: 'A window knows the contract and the types of the host, and decides nothing.',
  },
  {
    name: 'ui preload',
    files: ['ui/preload/**'],
    mayImport: ['ui contract'],
    packages: ['electron'],
    node: false,
    pure: false,
    rule: 'The preload hands one port into the window and knows nothing else.',
  },
  {
    name: 'ui roots',
    files: ['ui/main.ts', 'ui/electron/main.ts'],
    mayImport: [...EVERYTHING, 'ui contract', 'ui shell', 'ui roots'],
    packages: 'any',
    node: true,
    pure: false,
    rule: 'Only a root joins sides; nobody but a root imports a root, and no root imports tests.',
  },
  {
    name: 'ui shell',
    files: ['ui/{desk,serve,electron}/**'],
    mayImport: ['protocol', 'host core', 'host shell', 'judging', 'ui contract', 'ui shell'],
    packages: ['electron', 'playwright-core', 'vite', 'ws', 'zod'],
    node: true,
    pure: false,
    rule: 'The desk and its doors know the host; they know no window and no simulator.',
  },
  {
    name: 'test',
    files: ['test/**'],
    mayImport: [...EVERYTHING, ...CONSOLE, 'roots', 'sim root', 'test'],
    packages: 'any',
    node: true,
    pure: false,
    rule: 'Tests may know everything, and nothing may know the tests.',
  },
  {
    name: 'configuration',
    files: ['*.config.ts', 'ui/*.config.ts'],
    mayImport: [],
    packages: 'any',
    node: true,
    pure: false,
    rule: 'A configuration of a tool imports that tool only.',
  },
];

const PURE = LAYERS.filter((layer) => layer.pure);

/** The globs of everything that must be pure, and of what stands among it and is not. */
export const PURE_FILES = {
  files: PURE.flatMap((layer) => layer.files),
  except: PURE.flatMap((layer) => layer.except ?? []),
} as const;
