import type { PortalContext } from '../context.ts';
import { keyedHash } from '../seal.ts';
import type { AttemptLimit } from './take-attempt.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** A counter's key in the database, and its limit. */
export interface Counter {
  readonly key: string;
  readonly limit: AttemptLimit;
}

/** What the keys of one sign-in name's `passwordCounter`s begin with, whatever the network address. */
export const passwordCounterPrefix = (context: PortalContext, portalId: string, signInName: string): string =>
  `password:${keyedHash(context, 'password-counter', portalId, signInName)}:`;

/**
 * Wrong passwords for one email address or username from one network address: ten, then 15 minutes of lockout. The two names
 * of an account are counted apart: what is left of one would tell that the other belongs to it.
 */
export const passwordCounter = (
  context: PortalContext,
  portalId: string,
  signInName: string,
  address: string,
): Counter => ({
  key: `${passwordCounterPrefix(context, portalId, signInName)}${keyedHash(context, 'address', address)}`,
  limit: { limit: 10, windowMs: 15 * minuteMs },
});

/**
 * Wrong passwords for one account from anywhere, whichever of its names they came with: at most 100 in a row
 * (NIST SP 800-63B-4, 3.2.2), counted by day. A name that no account has is counted by itself.
 */
export const distributedPasswordCounter = (context: PortalContext, portalId: string, email: string): Counter => ({
  key: `password-anywhere:${keyedHash(context, 'password-counter', portalId, email)}`,
  limit: { limit: 100, windowMs: dayMs },
});

/** Sign-ins begun from one network address, whoever's: an office shares one. */
export const addressCounter = (context: PortalContext, address: string): Counter => ({
  key: `sign-in:${keyedHash(context, 'address', address)}`,
  limit: { limit: 300, windowMs: 15 * minuteMs },
});

/**
 * Wrong second factors of one account, over all its sign-ins and devices: a guesser who has the password gets at most
 * 40 of a million codes a day.
 */
export const factorCounters = (accountId: string): readonly Counter[] => [
  { key: `factor:${accountId}`, limit: { limit: 10, windowMs: 15 * minuteMs } },
  { key: `factor-day:${accountId}`, limit: { limit: 40, windowMs: dayMs } },
];

/** Emailed passcodes of one account. */
export const passcodeEmailCounter = (accountId: string): Counter => ({
  key: `passcode-email:${accountId}`,
  limit: { limit: 20, windowMs: 60 * minuteMs },
});

/** Registrations of strangers that learn whether a username is taken, or which plans a Tax ID has, from one network address. */
export const newcomerCounter = (context: PortalContext, address: string): Counter => ({
  key: `newcomer-from:${keyedHash(context, 'address', address)}`,
  limit: { limit: 20, windowMs: 10 * minuteMs },
});

/** Verification emails to one address, and asked for from one network address. */
export const verificationCounters = (
  context: PortalContext,
  portalId: string,
  email: string,
  address: string,
): readonly Counter[] => [
  {
    key: `verification:${keyedHash(context, 'verification', portalId, email)}`,
    limit: { limit: 5, windowMs: 60 * minuteMs },
  },
  {
    key: `verification-from:${keyedHash(context, 'address', address)}`,
    limit: { limit: 60, windowMs: 60 * minuteMs },
  },
];

/** Password Reset emails to one address, and asked for from one network address. */
export const passwordResetCounters = (
  context: PortalContext,
  portalId: string,
  email: string,
  address: string,
): readonly Counter[] => [
  {
    key: `password-reset:${keyedHash(context, 'password-reset', portalId, email)}`,
    limit: { limit: 5, windowMs: 60 * minuteMs },
  },
  {
    key: `password-reset-from:${keyedHash(context, 'address', address)}`,
    limit: { limit: 60, windowMs: 60 * minuteMs },
  },
];
