import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { PortalContext } from './context.ts';

const ivBytes = 12;
const tagBytes = 16;

/** Encrypts a short text under the service's key (AES-256-GCM) into base64url. */
export function seal({ chance, settings }: Pick<PortalContext, 'chance' | 'settings'>, text: string): string {
  const iv = chance.randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', settings.serviceKey, iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** Reverses `seal`. Throws when the text was changed or sealed under another key. */
export function unseal({ settings }: Pick<PortalContext, 'settings'>, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < ivBytes + tagBytes) throw new Error('Too short to have been sealed');
  const decipher = createDecipheriv('aes-256-gcm', settings.serviceKey, bytes.subarray(0, ivBytes));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  return decipher.update(bytes.subarray(ivBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
}

/** A keyed hash, for what is too short or too guessable to be hashed alone: codes and email addresses. */
export const keyedHash = (
  { settings }: Pick<PortalContext, 'settings'>,
  purpose: string,
  ...parts: readonly string[]
): string =>
  createHmac('sha256', settings.serviceKey)
    .update(JSON.stringify([purpose, ...parts]))
    .digest('base64url');
