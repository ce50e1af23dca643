import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import mantine from 'postcss-preset-mantine';
import simpleVars from 'postcss-simple-vars';
import { firstScripts } from './first-scripts.config.ts';
import { unbundled } from './unbundled.config.ts';

const source = (name: string) => path.join(import.meta.dirname, name);

// Electron 33's: the oldest runtime that the app is run on
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

// schemas that a side does not use stay out of it
const treeshake = { manualPureFunctions: ['z'] };

const first = firstScripts('/src-renderer/app/draw-window.tsx');

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: {
        input: { main: source('src-main/main.ts'), 'page-thread': source('src-main/cache/feed/page-thread.ts') },
        external: unbundled,
        treeshake,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: source('src-main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('src-renderer'),
    plugins: [react(), first.plugin],
    // stands in the page until the app's protocol handler puts each load's own nonce in its place
    html: { cspNonce: '__CSP_NONCE__' },
    css: {
      postcss: {
        plugins: [
          mantine(),
          simpleVars({
            variables: {
              'mantine-breakpoint-xs': '36em',
              'mantine-breakpoint-sm': '48em',
              'mantine-breakpoint-md': '62em',
              'mantine-breakpoint-lg': '75em',
              'mantine-breakpoint-xl': '88em',
            },
          }),
        ],
      },
    },
    build: {
      target: chromeTarget,
      outDir: 'out/renderer',
      minify: true,
      rolldownOptions: {
        input: source('src-renderer/index.html'),
        treeshake,
        output: { codeSplitting: { groups: first.groups } },
      },
    },
  },
});
