import { hash, verify } from '@node-rs/argon2';
import { normalizePassword } from '../../src-shared/domain/password.ts';
import type { PortalContext } from '../context.ts';

const saltBytes = 16;
const hashBytes = 32;

/** argon2id of the password's NFC form, at the cost that the settings name. */
export const hashPassword = (
  { chance, settings }: Pick<PortalContext, 'chance' | 'settings'>,
  password: string,
): Promise<string> =>
  hash(normalizePassword(password), {
    // argon2id is the library's default; its enum cannot be named under isolatedModules
    memoryCost: settings.passwordHash.memoryKib,
    timeCost: settings.passwordHash.passes,
    parallelism: 1,
    outputLen: hashBytes,
    salt: chance.randomBytes(saltBytes),
  });

export interface PasswordVerifier {
  /** Whether it is the account's password; the same work for an account without one, or for none at all. */
  matches(passwordHash: string | null, password: string): Promise<boolean>;
}

export function createPasswordVerifier(context: Pick<PortalContext, 'chance' | 'settings'>): PasswordVerifier {
  const decoy = decoyHash(context);
  return {
    async matches(passwordHash, password) {
      const matched = await verify(passwordHash ?? decoy, normalizePassword(password));
      return passwordHash !== null && matched;
    },
  };
}

/** The hash of nothing that anybody knows, in argon2's own notation and at our own cost. */
function decoyHash({ chance, settings }: Pick<PortalContext, 'chance' | 'settings'>): string {
  const random = (length: number) => chance.randomBytes(length).toString('base64').replaceAll('=', '');
  const { memoryKib, passes } = settings.passwordHash;
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=1$${random(saltBytes)}$${random(hashBytes)}`;
}
