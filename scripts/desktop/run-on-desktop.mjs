import process from 'node:process';
import { runInForeground } from '../child.mjs';
import { root } from '../project.mjs';
import { startDesktop } from './virtual-desktop.mjs';

/**
 * Runs a program on a throwaway desktop, removes the desktop, and answers the program's exit code.
 * @param {string} program
 * @param {readonly string[]} parameters
 */
export async function runOnDesktop(program, parameters) {
  const desktop = await startDesktop();
  try {
    return await runInForeground(program, parameters, {
      cwd: root,
      env: { ...process.env, ...desktop.environment },
    });
  } finally {
    await desktop.stop();
  }
}
