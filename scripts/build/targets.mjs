/**
 * @typedef {object} Target
 * @property {string} title
 * @property {readonly (readonly string[])[]} commands programs, by their places in the project, and their parameters, one after the other
 * @property {readonly string[]} sources files and folders that decide what comes out
 * @property {readonly string[]} outputs are there once it is built
 */

const everywhere = ['src-shared', 'package.json', 'package-lock.json', 'tsconfig.json', 'unbundled.config.ts'];

/** @satisfies {Record<string, Target>} */
export const targets = {
  desktop: {
    title: 'the desktop app',
    commands: [
      ['node_modules/electron-vite/bin/electron-vite.js', 'build'],
      ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.desk.config.ts'],
    ],
    sources: [
      ...everywhere,
      'src-main',
      'src-renderer',
      'electron.vite.config.ts',
      'first-scripts.config.ts',
      'vite.desk.config.ts',
    ],
    outputs: [
      'out/main/main.js',
      'out/main/page-thread.js',
      'out/desk/start-desk.cjs',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
    ],
  },
  portal: {
    title: 'the portal service',
    commands: [
      ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.portal.config.ts'],
      ['scripts/build/empty-database.mjs', 'out/portal/empty-database.tar.gz'],
    ],
    sources: [...everywhere, 'src-portal', 'vite.portal.config.ts', 'scripts/build/empty-database.mjs'],
    outputs: [
      'out/portal/server.js',
      'out/portal/operator.js',
      'out/portal/mailbox.js',
      'out/portal/empty-database.tar.gz',
    ],
  },
};

/** @typedef {keyof typeof targets} TargetName */
