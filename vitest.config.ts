import { defineConfig } from 'vitest/config';

/** Tests mirror the source tree; each project is one suite of `npm test`. */
export default defineConfig({
  test: {
    pool: 'forks',
    // the runner would leave one core idle, which is half of a small machine
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/{src-shared,src-main,scripts,architecture}/**/*.test.{ts,mjs}'],
        },
      },
      {
        extends: true,
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          include: ['tests/src-renderer/**/*.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: {
          name: 'portal',
          environment: 'node',
          // files of one process share its database: opening an embedded one takes longer than most files
          isolate: false,
          include: ['tests/src-portal/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
