// How the preload of Electron's window is built: one CommonJS file, which a sandboxed preload has
// to be, with nothing in it but itself.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('preload'),
  build: {
    outDir: at('../out/preload'),
    emptyOutDir: true,
    target: 'es2024',
    minify: false,
    lib: { entry: at('preload/preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
});
