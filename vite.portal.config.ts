import path from 'node:path';
import { defineConfig } from 'vite';
import { unbundled } from './unbundled.config.ts';

const source = (name: string) => path.join(import.meta.dirname, 'src-portal', name);

/** The portal service and its programs, for plain Node. */
export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20.18',
    outDir: 'out/portal',
    minify: false,
    rolldownOptions: {
      input: { server: source('server.ts'), operator: source('operator.ts'), mailbox: source('mailbox.ts') },
      external: unbundled,
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
