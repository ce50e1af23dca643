import { z } from 'zod';

/** Every kind of job, with its payload's schema. */
export const jobKinds = {
  /** `sealed`: the message's JSON (mail/email-message.ts), encrypted under the service's key. */
  'send-email': z.strictObject({ sealed: z.string() }),
  /** `sealed`: the portal and the address as JSON, encrypted; whether there is an account is looked up when it runs. */
  'send-password-reset': z.strictObject({ sealed: z.string() }),
  /** Somebody has signed in: the user tables that show when are brought up to date. */
  'tell-sign-in': z.strictObject({ accountId: z.string() }),
  /** An agency has registered: its pending places become active, and the administrators hear of it. */
  'activate-billing-agency': z.strictObject({ agencyId: z.string() }),
  'expire-invitations': z.strictObject({}),
  'expire-unused-accounts': z.strictObject({}),
  'forget-old-records': z.strictObject({}),
  'truncate-feeds': z.strictObject({}),
} as const;

export type JobKind = keyof typeof jobKinds;
export type JobPayload<Kind extends JobKind> = z.output<(typeof jobKinds)[Kind]>;

export const isJobKind = (kind: string): kind is JobKind => Object.hasOwn(jobKinds, kind);
