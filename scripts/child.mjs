import { spawn } from 'node:child_process';
import fs from 'node:fs';
import process from 'node:process';

const stopSignals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/**
 * Runs a program on this terminal, hands it the signals that this process gets, and answers its exit code.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export async function runInForeground(program, parameters, options = {}) {
  const child = spawn(program, parameters, { stdio: 'inherit', ...options });
  const release = onStopSignal((signal) => {
    // a Ctrl+C on a terminal reaches the program as well as this process
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
  try {
    return await exitCodeOf(child);
  } finally {
    release();
  }
}

/**
 * Does something instead of ending when this process is told to stop.
 * @param {(signal: NodeJS.Signals) => void} stop
 * @returns {() => void} goes back to ending
 */
export function onStopSignal(stop) {
  for (const signal of stopSignals) process.on(signal, stop);
  return () => {
    for (const signal of stopSignals) process.off(signal, stop);
  };
}

/**
 * What a command is started through so that it ends with this process, even when this process is killed. Linux only.
 */
export const endingWithParent = () =>
  fs.existsSync('/usr/bin/setpriv') ? ['/usr/bin/setpriv', '--pdeathsig', 'TERM', '--'] : [];

/**
 * As a shell tells it: 128 and more for a signal.
 * @param {ChildProcess} child
 * @returns {Promise<number>}
 */
export function exitCodeOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/**
 * Asks a process to end, and ends it when it has not after a while.
 * @param {ChildProcess} child
 * @param {number} [patienceMs]
 */
export async function stop(child, patienceMs = 15_000) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await gone;
  clearTimeout(force);
}

/**
 * The first line that a process prints and that the reader makes something of.
 * @template T
 * @param {ChildProcess} child with piped output
 * @param {(line: string) => T | undefined} read
 * @param {number} withinMs
 * @returns {Promise<T>} rejects when the process ends before, or takes too long
 */
export function firstLine(child, read, withinMs) {
  return new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => reject(new Error(`${child.spawnfile} did not start in time`)), withinMs);
    let unread = '';
    /** @param {string} text */
    const onText = (text) => {
      const lines = (unread + text).split('\n');
      unread = lines.pop() ?? '';
      const found = lines.map(read).find((value) => value !== undefined);
      if (found === undefined) return;
      clearTimeout(tooLate);
      child.stdout?.off('data', onText);
      resolve(found);
    };
    child.stdout?.setEncoding('utf8').on('data', onText);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(tooLate);
      reject(new Error(`${child.spawnfile} ended with ${code} before it was ready`));
    });
  });
}
