import { runMain } from './progress.mjs';
import { ensureElectron, ensureSetup } from './setup/ensure-setup.mjs';

// everything that any other script may need, for who wants to go offline afterwards
await runMain(async () => {
  await ensureSetup(['electron', 'virtual-desktop', 'postgresql']);
  const runtime = await ensureElectron();
  process.stdout.write(`${JSON.stringify({ electron: runtime })}\n`);
});
