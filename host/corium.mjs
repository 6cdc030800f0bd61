#!/usr/bin/env node
// Starts Corium, or says in one sentence why this Node cannot. Plain JavaScript of an old kind, since
// it is read by exactly those versions of Node that can read nothing else here.

const NEEDED = 24;

if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  console.error(
    'Corium runs on Node ' + NEEDED + ' or newer and this is Node ' + process.versions.node +
      '; run "npm ci" and start it through "npm start" or "npm run corium", which take the Node ' +
      'of the lockfile.',
  );
  process.exitCode = 2;
} else {
  import('./main.ts');
}
