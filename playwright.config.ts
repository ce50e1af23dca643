import { defineConfig } from '@playwright/test';

const resultsFolder = process.env['PORTAL_DESK_RESULTS'] ?? 'test-results';

/** What holds a time bound: nothing else may run beside it. */
const measured = '**/large-organization.spec.ts';

/** Real Electron on the built app; one at a time, because each test has the desktop for itself. */
export default defineConfig({
  workers: 1,
  timeout: 90_000,
  forbidOnly: Boolean(process.env['CI']),
  outputDir: `${resultsFolder}/playwright`,
  reporter: [
    ['list'],
    ['json', { outputFile: `${resultsFolder}/e2e.json` }],
    ['junit', { outputFile: `${resultsFolder}/e2e.xml` }],
  ],
  use: { trace: { mode: 'retain-on-failure', screenshots: false } },
  projects: [
    { name: 'e2e', testDir: 'tests/e2e', testIgnore: measured },
    { name: 'e2e-measured', testDir: 'tests/e2e', testMatch: measured },
    { name: 'tour', testDir: 'tests/tour' },
    // figures, not pictures: a trace would be what is measured
    { name: 'bench', testDir: 'tests/bench', use: { trace: 'off' } },
  ],
});
