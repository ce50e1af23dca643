import { spawn } from 'node:child_process';
import process from 'node:process';
import { onStopSignal } from '../child.mjs';
import { root } from '../project.mjs';

const limitMs = 20 * 60_000;

/**
 * Runs a program to its end, with all that it starts, and keeps what it prints. One that hangs is ended.
 * @param {readonly string[]} command
 * @param {NodeJS.ProcessEnv} [environment] added to this process's
 * @returns {Promise<{exitCode: number, output: string}>}
 */
export async function runCaptured([program = '', ...parameters], environment = {}) {
  const ownGroup = process.platform !== 'win32';
  const child = spawn(program, parameters, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1', ...environment },
    detached: ownGroup,
  });
  const end = (/** @type {NodeJS.Signals} */ signal) => {
    try {
      if (ownGroup && child.pid !== undefined) process.kill(-child.pid, signal);
      else child.kill(signal);
    } catch {
      // it has just ended by itself
    }
  };
  const release = onStopSignal(end);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
  }
  const limit = setTimeout(() => {
    output += `\nStopped: it took longer than ${limitMs / 60_000} minutes.\n`;
    end('SIGKILL');
  }, limitMs);
  try {
    /** @type {number} */
    const exitCode = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (/** @type {number | null} */ code) => resolve(code ?? 1));
    });
    return { exitCode, output };
  } finally {
    clearTimeout(limit);
    release();
  }
}

/**
 * The command that runs a program of node_modules in this Node.
 * @param {string} file
 * @param {string[]} parameters
 */
export const nodeProgram = (file, ...parameters) => [process.execPath, `node_modules/${file}`, ...parameters];
