import { errorCodes, type DeskError } from '../../src-shared/errors.ts';
import { DeskFailure } from './desk-client.ts';

/** The expected failure that a promise was rejected with, or that is one itself; anything else is a bug and shows as `internal`. */
export function deskErrorOf(error: unknown): DeskError {
  if (error instanceof DeskFailure) return error.error;
  return isDeskError(error) ? error : { code: 'internal' };
}

const isDeskError = (error: unknown): error is DeskError =>
  typeof error === 'object' && error !== null && 'code' in error && errorCodes.some((code) => code === error.code);
