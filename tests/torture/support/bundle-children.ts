import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const project = fileURLToPath(new URL('../../..', import.meta.url));

export interface Children {
  readonly folder: string;
  /** The program of a child, by the name of its source. */
  program(name: string): string;
  remove(): void;
}

/** Bundles programs of processes and threads once, so that starting them thousands of times costs little. */
export async function bundleChildren(...sources: URL[]): Promise<Children> {
  const files = sources.map((source) => fileURLToPath(source));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-desk-kills-'));
  await build({
    configFile: false,
    root: project,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      minify: false,
      emptyOutDir: false,
      rollupOptions: {
        input: Object.fromEntries(files.map((file) => [path.basename(file, '.ts'), file])),
        external: ['better-sqlite3'],
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  // what is not bundled is found from there
  fs.symlinkSync(path.join(project, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  return {
    folder,
    program: (name) => path.join(folder, `${name}.mjs`),
    remove() {
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
