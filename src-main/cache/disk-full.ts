import { sqliteCode } from './sqlite.ts';

/** The file system or a quota has no room left. */
export const isDiskFull = (error: unknown): boolean =>
  sqliteCode(error) === 'SQLITE_FULL' || (error instanceof Error && 'code' in error && error.code === 'ENOSPC');
