import { build } from './build/build-target.mjs';
import { runMain } from './progress.mjs';
import { ensureSetup } from './setup/ensure-setup.mjs';

await runMain(async () => {
  await ensureSetup();
  await build(['desktop', 'portal']);
});
