import { createHash } from 'node:crypto';
import type { Chance } from '../context.ts';

/** 256 random bits as base64url: tokens for sessions and links. Only their hashes are stored. */
export const newToken = (chance: Chance): string => chance.randomBytes(32).toString('base64url');

/** SHA-256 is enough for a secret that is already random; a stolen table lets nobody in. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
