// The root of the command line. It does nothing itself: what it starts with and what it answers
// with are those of the process, and everything between them is under cli/.

import process from 'node:process';

const { runCorium } = await import('./cli/program/program.ts');
process.exitCode = await runCorium(process.argv.slice(2));
