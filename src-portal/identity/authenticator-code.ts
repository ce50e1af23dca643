import { Secret, TOTP } from 'otpauth';
import type { Chance, PortalContext } from '../context.ts';
import { seal, unseal } from '../seal.ts';

const periodSeconds = 30;
/** 160 bits, as RFC 4226 recommends. */
const secretBytes = 20;

export interface NewAuthenticator {
  /** Base32, for typing. */
  readonly secret: string;
  /** `otpauth://`, for a QR code. */
  readonly uri: string;
  /** For the database. */
  readonly sealed: string;
}

/** A fresh TOTP secret (RFC 6238: SHA-1, six digits, 30 seconds, which every authenticator app knows). */
export function newAuthenticator(
  context: Pick<PortalContext, 'chance' | 'settings'>,
  issuer: string,
  label: string,
): NewAuthenticator {
  const secret = new Secret({ buffer: Uint8Array.from(context.chance.randomBytes(secretBytes)).buffer });
  const totp = new TOTP({ issuer, label, secret, period: periodSeconds, digits: 6, algorithm: 'SHA1' });
  return { secret: secret.base32, uri: totp.toString(), sealed: seal(context, secret.base32) };
}

/**
 * The time step that the code belongs to: the current one or the one before or after it, for clocks that differ.
 * Null for a wrong code, and for one of `lastStep` or earlier, which may have been overheard.
 */
export function authenticatorStep(
  context: Pick<PortalContext, 'settings'> & { readonly chance: Pick<Chance, 'now'> },
  sealed: string,
  code: string,
  lastStep: number | null,
): number | null {
  const totp = new TOTP({
    secret: Secret.fromBase32(unseal(context, sealed)),
    period: periodSeconds,
    digits: 6,
    algorithm: 'SHA1',
  });
  const timestamp = context.chance.now().getTime();
  const delta = totp.validate({ token: code, timestamp, window: 1 });
  if (delta === null) return null;
  const step = Math.floor(timestamp / 1000 / periodSeconds) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}
