// Gives whoever imports `electron` the double beside this file, and everything else as it is.

import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('double.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
