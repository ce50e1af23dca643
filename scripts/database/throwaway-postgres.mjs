import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { freePort } from '../free-port.mjs';
import { SetupProblem } from '../progress.mjs';

/**
 * A real PostgreSQL of its own on a free port of this machine, empty, gone after stop(). It does not wait for the disk:
 * what it holds is not to survive anything.
 * @returns {Promise<{url: string, stop: () => void}>}
 */
export async function startPostgres() {
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
  const run = (program, ...parameters) => {
    const [first = '', ...rest] = [...as, path.join(programs, program), ...parameters];
    execFileSync(first, rest, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  const stop = () => {
    if (fs.existsSync(path.join(data, 'postmaster.pid'))) {
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
      synchronous_commit: 'off',
      full_page_writes: 'off',
    };
    const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
    const log = `--log=${path.join(folder, 'log')}`;
    run('pg_ctl', `--pgdata=${data}`, '--wait', '--silent', log, `--options=${options.join(' ')}`, 'start');
    return { url: `postgres://portal@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Whether startPostgres() can be called on this machine. */
export const isPostgresInstalled = () => postgresPrograms() !== undefined;

/** Debian keeps them out of the PATH, in a folder per version. */
function postgresPrograms() {
  const debian = '/usr/lib/postgresql';
  const versions = fs.existsSync(debian) ? fs.readdirSync(debian) : [];
  const newest = versions.toSorted((left, right) => Number(left) - Number(right)).at(-1);
  if (newest !== undefined) return path.join(debian, newest, 'bin');
  const asked = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  return asked.status === 0 ? asked.stdout.trim() : undefined;
}
