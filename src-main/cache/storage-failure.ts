import type { DeskError } from '../../src-shared/errors.ts';
import { sqliteCode } from './sqlite.ts';

/** Of SQLite, for what the disk or the file system refused: reading, writing, syncing, opening or locking the file. */
const brokenStorage = /^SQLITE_(?:IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB|PROTOCOL)/u;
/** Of the operating system, outside of SQLite. */
const brokenDisk: ReadonlySet<string> = new Set(['EIO', 'EROFS', 'ENXIO', 'ESTALE']);
const noRoom: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

/** What the computer's disk is to blame for; null for anything else. */
export function storageFailure(error: unknown): DeskError | null {
  const code = sqliteCode(error);
  const system = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'SQLITE_FULL' || noRoom.has(system)) return { code: 'disk_full' };
  if ((code !== null && brokenStorage.test(code)) || brokenDisk.has(system)) return { code: 'storage_failed' };
  return null;
}
