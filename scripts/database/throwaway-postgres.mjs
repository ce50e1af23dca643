import { execFile, execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../free-port.mjs';
import { SetupProblem } from '../progress.mjs';

const startsAgainWithinMs = 60_000;

/**
 * @typedef {object} ThrowawayPostgres
 * @property {string} url
 * @property {() => number} postmaster the id of its first process, as it was started last
 * @property {() => Promise<void>} startAgain once its postmaster has been killed: on the same port, with what it held
 * @property {() => void} stop
 */

/**
 * A real PostgreSQL of its own on a free port of this machine, empty, gone after stop(). What it holds is not to survive
 * anything, so it waits for nothing. With `durable` what was committed survives the death of any of its processes: it
 * has been handed to the system before the commit is answered. It survives no loss of power even then, since nothing
 * waits for the disk (`fsync` stays off), which a killed process does not need.
 * @param {{durable?: boolean}} [options]
 * @returns {Promise<ThrowawayPostgres>}
 */
export async function startPostgres({ durable = false } = {}) {
  const programs = postgresPrograms();
  if (programs === undefined) throw new SetupProblem('PostgreSQL is not installed.');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-desk-postgres-'));
  // PostgreSQL refuses to run as root
  const as = process.getuid?.() === 0 ? ['runuser', '--user', 'postgres', '--'] : [];
  if (as.length > 0) execFileSync('chown', ['postgres:', folder]);
  const data = path.join(folder, 'data');
  /**
   * @param {string} program
   * @param {string[]} parameters
   */
  const commandOf = (program, ...parameters) => {
    const [first = '', ...rest] = [...as, path.join(programs, program), ...parameters];
    return { first, rest };
  };
  /**
   * @param {string} program
   * @param {string[]} parameters
   */
  const run = (program, ...parameters) => {
    const { first, rest } = commandOf(program, ...parameters);
    execFileSync(first, rest, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  const lockFile = path.join(data, 'postmaster.pid');
  const postmaster = () => Number(fs.readFileSync(lockFile, 'utf8').split('\n')[0]);
  const stop = () => {
    if (fs.existsSync(lockFile) && isRunning(postmaster())) {
      run('pg_ctl', `--pgdata=${data}`, '--mode=immediate', '--wait', '--silent', 'stop');
    }
    fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    const locale = ['--encoding=UTF8', '--locale=C.UTF-8'];
    run('initdb', `--pgdata=${data}`, '--username=portal', '--auth=trust', '--no-sync', ...locale);
    const port = await freePort();
    const settings = {
      port,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: folder,
      max_connections: 200,
      fsync: 'off',
      synchronous_commit: durable ? 'on' : 'off',
      full_page_writes: durable ? 'on' : 'off',
    };
    const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
    const log = `--log=${path.join(folder, 'log')}`;
    const start = [`--pgdata=${data}`, '--wait', '--silent', log, `--options=${options.join(' ')}`, 'start'];
    run('pg_ctl', ...start);
    const startAgain = async () => {
      const { first, rest } = commandOf('pg_ctl', ...start);
      const latestMs = performance.now() + startsAgainWithinMs;
      for (;;) {
        try {
          await promisify(execFile)(first, rest, { cwd: folder });
          return;
        } catch (error) {
          // refused as long as processes of the one before are on their way out
          if (performance.now() > latestMs) throw error;
          await delay(50);
        }
      }
    };
    return { url: `postgres://portal@127.0.0.1:${port}/postgres`, postmaster, startAgain, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Whether startPostgres() can be called on this machine. */
export const isPostgresInstalled = () => postgresPrograms() !== undefined;

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Debian keeps them out of the PATH, in a folder per version. */
function postgresPrograms() {
  const debian = '/usr/lib/postgresql';
  const versions = fs.existsSync(debian) ? fs.readdirSync(debian) : [];
  const newest = versions.toSorted((left, right) => Number(left) - Number(right)).at(-1);
  if (newest !== undefined) return path.join(debian, newest, 'bin');
  const asked = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  return asked.status === 0 ? asked.stdout.trim() : undefined;
}
