import { createHash } from 'node:crypto';
import type { Command } from '../../../src-shared/domain/command.ts';

/** SHA-256 of a command in canonical JSON (keys sorted), so that the order in which a device wrote it does not matter. */
export const bodyHash = (command: Command): string =>
  createHash('sha256').update(canonicalJson(command)).digest('base64url');

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}
