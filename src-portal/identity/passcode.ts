import { timingSafeEqual } from 'node:crypto';
import type { Chance, PortalContext } from '../context.ts';
import { keyedHash } from '../seal.ts';

/** Six digits, each code as likely as another: draws that would favor the low ones are drawn again. */
export function newPasscode(chance: Pick<Chance, 'randomBytes'>): string {
  const codes = 1_000_000;
  const fair = Math.floor(2 ** 32 / codes) * codes;
  let draw = chance.randomBytes(4).readUInt32BE();
  while (draw >= fair) draw = chance.randomBytes(4).readUInt32BE();
  return String(draw % codes).padStart(6, '0');
}

/** A million codes are soon tried, so the hash is keyed; it is bound to its sign-in. */
export const hashPasscode = (context: Pick<PortalContext, 'settings'>, signInId: string, code: string): string =>
  keyedHash(context, 'passcode', signInId, code);

/** Compares two hashes without telling by time where they differ. */
export function sameHash(one: string, other: string): boolean {
  const [bytes, otherBytes] = [Buffer.from(one), Buffer.from(other)];
  return bytes.length === otherBytes.length && timingSafeEqual(bytes, otherBytes);
}
