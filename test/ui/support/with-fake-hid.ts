// Loaded into a process before anything else: the HID library is the fake beside this file.

import { registerHooks } from 'node:module';

const url = new URL('fake-hid.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'node-hid'
      ? { url, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});
