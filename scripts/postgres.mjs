// node scripts/postgres.mjs [COMMAND ...]: a throwaway PostgreSQL, its URL in TEST_DATABASE_URL and DATABASE_URL, for the
// time of a command; without a command, until Ctrl+C
import process from 'node:process';
import { onStopSignal, runInForeground } from './child.mjs';
import { startPostgres } from './database/throwaway-postgres.mjs';
import { runMain } from './progress.mjs';
import { ensureSetup } from './setup/ensure-setup.mjs';

await runMain(async () => {
  await ensureSetup(['postgresql']);
  const { url, stop } = await startPostgres();
  const [program, ...parameters] = process.argv.slice(2);
  try {
    if (program !== undefined) {
      return await runInForeground(program, parameters, {
        env: { ...process.env, TEST_DATABASE_URL: url, DATABASE_URL: url },
      });
    }
    process.stdout.write(`${JSON.stringify({ url })}\n`);
    await untilStopped();
    return 0;
  } finally {
    stop();
  }
});

function untilStopped() {
  const alive = setInterval(() => {}, 60_000);
  return new Promise((resolve) => {
    const release = onStopSignal(() => {
      clearInterval(alive);
      release();
      resolve(undefined);
    });
  });
}
