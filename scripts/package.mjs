// npm run package [-- PARAMETER ...]: an installable app for this system in release/; the parameters go to electron-builder
import process from 'node:process';
import { build } from './build/build-target.mjs';
import { runInForeground } from './child.mjs';
import { runMain, say } from './progress.mjs';
import { inProject, root } from './project.mjs';
import { ensureElectron, ensureSetup } from './setup/ensure-setup.mjs';

await runMain(async () => {
  await ensureSetup(['electron']);
  const runtime = await ensureElectron();
  await build(['desktop']);
  const builder = inProject('node_modules', 'electron-builder', 'cli.js');
  const parameters = [builder, ...(runtime.isStandIn ? standInParameters(runtime) : []), ...process.argv.slice(2)];
  const exitCode = await runInForeground(process.execPath, parameters, { cwd: root });
  if (exitCode === 0 && runtime.isStandIn) {
    say(`Made from Electron ${runtime.version}, which stands in here: for trying and tests, not to be shipped.`);
  }
  return exitCode;
});

/**
 * Where Electron cannot be downloaded, neither can the programs that make installers: a folder to run the app from.
 * @param {import('./setup/electron-runtime.mjs').ElectronRuntime} runtime
 */
function standInParameters({ folder, version }) {
  return ['--dir', `-c.electronDist=${folder}`, `-c.electronVersion=${version}`];
}
