import process from 'node:process';
import { build } from './build/build-target.mjs';
import { runInForeground } from './child.mjs';
import { inProject } from './project.mjs';
import { ensureSetup } from './setup/ensure-setup.mjs';

/**
 * Runs one of the portal service's programs with this command line's parameters.
 * @param {'server' | 'operator'} name
 */
export async function runServiceProgram(name) {
  await ensureSetup();
  await build(['portal']);
  return runInForeground(process.execPath, [inProject('out', 'portal', `${name}.js`), ...process.argv.slice(2)]);
}
