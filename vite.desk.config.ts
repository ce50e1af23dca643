import path from 'node:path';
import { defineConfig } from 'vite';
import { unbundled } from './unbundled.config.ts';

/** What is behind the window, as one CommonJS program: V8's compiled code can be kept of such a one. */
export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: true,
    // Electron 33's: the oldest runtime that the app is run on
    target: 'node20.18',
    outDir: 'out/desk',
    rolldownOptions: {
      input: { 'start-desk': path.join(import.meta.dirname, 'src-main/start-desk.ts') },
      external: ['electron', ...unbundled],
      // schemas that it does not use stay out of it
      treeshake: { manualPureFunctions: ['z'] },
      output: {
        format: 'cjs',
        entryFileNames: '[name].cjs',
        chunkFileNames: 'chunks/[name]-[hash].cjs',
        // less to read at each start; names stay, the log tells them
        minify: { compress: true, mangle: false, codegen: true },
      },
    },
  },
});
