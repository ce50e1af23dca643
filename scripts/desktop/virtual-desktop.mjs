import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { endingWithParent, firstLine, stop } from '../child.mjs';

const startWithinMs = 20_000;

/**
 * @typedef {object} Desktop
 * @property {Record<string, string>} environment what a program on it must be given
 * @property {readonly string[]} as the command that a program on it is started through, if it has to be another user
 * @property {() => Promise<void>} stop ends it and removes everything it wrote
 */

/**
 * A throwaway desktop of its own: a virtual display, a session bus, an unlocked keychain, empty home folders. On Windows
 * and macOS, where there is always a desktop, it is the user's.
 * @param {{user?: string}} [options] the user whose programs run on it, if not this one; only root can give one
 * @returns {Promise<Desktop>}
 */
export async function startDesktop({ user } = {}) {
  if (process.platform !== 'linux') return { environment: {}, as: [], stop: async () => {} };
  const as = user === undefined ? [] : ['runuser', '--user', user, '--'];
  const folder = makeFolders(user);
  /** @type {import('node:child_process').ChildProcess[]} */
  const running = [];
  const stopAll = async () => {
    for (const child of running.toReversed()) await stop(child);
    // what has just been told to end may still be writing
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  /** @type {Record<string, string>} */
  const environment = {
    HOME: folder,
    XDG_DATA_HOME: path.join(folder, 'data'),
    XDG_CONFIG_HOME: path.join(folder, 'config'),
    XDG_CACHE_HOME: path.join(folder, 'cache'),
    XDG_RUNTIME_DIR: path.join(folder, 'runtime'),
  };
  /** @param {string[]} command */
  const start = (...command) => {
    const [program = '', ...parameters] = [...as, ...endingWithParent(), ...command];
    const child = spawn(program, parameters, {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...environment },
      // a Ctrl+C on the terminal is for the program on the desktop; the desktop ends after it
      detached: true,
    });
    running.push(child);
    return child;
  };
  try {
    const screen = start('Xvfb', '-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp');
    environment['DISPLAY'] = `:${await firstLine(screen, notEmpty, startWithinMs)}`;
    const bus = start('dbus-daemon', '--session', '--nofork', '--nopidfile', '--print-address=1');
    environment['DBUS_SESSION_BUS_ADDRESS'] = await firstLine(bus, notEmpty, startWithinMs);
    const keyring = start('gnome-keyring-daemon', '--foreground', '--unlock', '--components=secrets');
    keyring.stdin.end('throwaway password');
    await untilOnBus('org.freedesktop.secrets', as, environment);
  } catch (error) {
    await stopAll();
    throw error;
  }
  return { environment, as, stop: stopAll };
}

/** @param {string} line */
const notEmpty = (line) => line.trim() || undefined;

/**
 * The keychain says nothing when it is ready; its name on the bus does.
 * @param {string} name
 * @param {readonly string[]} as
 * @param {Record<string, string>} environment
 */
async function untilOnBus(name, as, environment) {
  const send = ['dbus-send', '--session', '--print-reply', '--dest=org.freedesktop.DBus'];
  const question = ['/', 'org.freedesktop.DBus.NameHasOwner', `string:${name}`];
  const [program, ...parameters] = /** @type {[string, ...string[]]} */ ([...as, ...send, ...question]);
  const giveUpMs = performance.now() + startWithinMs;
  while (performance.now() < giveUpMs) {
    const run = spawnSync(program, parameters, { encoding: 'utf8', env: { ...process.env, ...environment } });
    if (run.stdout?.includes('boolean true')) return;
    await delay(30);
  }
  throw new Error(`${name} did not appear on the session bus in time`);
}

/** @param {string | undefined} user */
function makeFolders(user) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-desk-desktop-'));
  for (const name of ['data', 'config', 'cache', 'runtime']) fs.mkdirSync(path.join(folder, name), { mode: 0o700 });
  if (user !== undefined) spawnSync('chown', ['--recursive', user, folder]);
  return folder;
}
