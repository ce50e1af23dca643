// node scripts/with-desktop.mjs COMMAND ...: runs a command on a throwaway desktop and ends with its exit code
import process from 'node:process';
import { runOnDesktop } from './desktop/run-on-desktop.mjs';
import { SetupProblem, runMain } from './progress.mjs';
import { ensureElectron, ensureSetup } from './setup/ensure-setup.mjs';

await runMain(async () => {
  const [program, ...parameters] = process.argv.slice(2);
  if (program === undefined) throw new SetupProblem('usage: node scripts/with-desktop.mjs COMMAND [PARAMETER ...]');
  await ensureSetup(['electron', 'virtual-desktop']);
  await ensureElectron();
  return runOnDesktop(program, parameters);
});
