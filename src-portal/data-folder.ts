import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fail, ok, type Result } from '../src-shared/result.ts';

/** What the service keeps on this machine. */
export interface DataFolder {
  /** Of the embedded database. */
  readonly databasePath: string;
  readonly serviceKey: Buffer;
  /** Lets another process have the folder. */
  release(): void;
}

/**
 * Opens a folder for this process alone: an embedded database takes one process. The service's key is made when the
 * folder is new, readable by its owner only; a database without its key is never given a new one. Fails with a sentence
 * for the operator.
 */
export function openDataFolder(folder: string): Result<DataFolder, string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lockPath = path.join(folder, 'service.pid');
  const locked = lock(lockPath);
  if (!locked.ok) return locked;
  const databasePath = path.join(folder, 'database');
  const key = readOrMakeKey(path.join(folder, 'service-key'), databasePath);
  if (!key.ok) {
    rmSync(lockPath, { force: true });
    return key;
  }
  return ok({ databasePath, serviceKey: key.value, release: () => rmSync(lockPath, { force: true }) });
}

/** This process: an id alone may have been another's before, above all in containers. */
const ownMark = `${process.pid} ${Math.round(performance.timeOrigin)}`;

function lock(lockPath: string): Result<void, string> {
  if (existsSync(lockPath)) {
    const mark = readFileSync(lockPath, 'utf8');
    const holder = Number(mark.split(' ')[0]);
    if (mark === ownMark || (holder !== process.pid && isRunning(holder))) {
      return fail(`Process ${holder} has this folder open. If that is no portal service, delete ${lockPath}`);
    }
    // left behind by a process that was killed
    rmSync(lockPath, { force: true });
  }
  writeFileSync(lockPath, ownMark, { flag: 'wx', mode: 0o600 });
  return ok(undefined);
}

function isRunning(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM: somebody else's, so it runs
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readOrMakeKey(keyPath: string, databasePath: string): Result<Buffer, string> {
  if (existsSync(keyPath)) {
    const text = readFileSync(keyPath, 'utf8').trim();
    return /^[0-9a-f]{64}$/u.test(text) ? ok(Buffer.from(text, 'hex')) : fail(`${keyPath} does not hold a key`);
  }
  if (existsSync(databasePath)) return fail(`The database is there, but its key ${keyPath} is missing`);
  const key = randomBytes(32);
  writeFileSync(keyPath, `${key.toString('hex')}\n`, { flag: 'wx', mode: 0o600 });
  return ok(key);
}
