import { defineConfig } from 'vitest/config';

/** The long runs take hours. */
const longestMs = 12 * 60 * 60_000;

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
          // files of one process share what they import: drawing libraries take longer to load than most files to run
          isolate: false,
          include: ['tests/src-renderer/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
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
      {
        extends: true,
        test: {
          name: 'torture',
          environment: 'node',
          include: ['tests/torture/*.torture.ts'],
          exclude: ['tests/torture/cost.torture.ts'],
          testTimeout: longestMs,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'torture-measured',
          environment: 'node',
          include: ['tests/torture/cost.torture.ts'],
          testTimeout: longestMs,
          hookTimeout: 120_000,
          // alone, after all others: it measures
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
