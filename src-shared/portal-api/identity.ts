import { z } from 'zod';
import { accountSchema } from '../domain/account.ts';
import { emailSchema } from '../domain/email.ts';
import { idSchema, momentSchema } from '../domain/identifier.ts';
import { passcodeMethodSchema, passcodeSchema, secretAnswerSchema } from '../domain/passcode.ts';
import { lineOfText } from '../domain/text.ts';
import { signInNameSchema } from '../domain/username.ts';
import { defineRoute } from './route.ts';
import { nothing, portalParams } from './shapes.ts';

const tokenSchema = z
  .string()
  .min(20)
  .max(200)
  .regex(/^[A-Za-z0-9_-]+$/u, 'invalid_format');

export const sessionSchema = z.object({
  account: accountSchema,
  accessToken: tokenSchema,
  accessTokenExpiresAt: momentSchema,
  refreshToken: tokenSchema,
});
export type Session = z.infer<typeof sessionSchema>;

/** What comes after the password. */
export const startedSignInSchema = z.discriminatedUnion('next', [
  z.object({
    next: z.literal('passcode'),
    signInId: idSchema,
    methods: z.array(passcodeMethodSchema).min(1),
    emailHint: z.string(),
    /** The secret question (E1); null where none is offered. */
    question: z.string().nullable(),
    expiresAt: momentSchema,
  }),
  /** E2: a new email address and password are asked for first. */
  z.object({ next: z.literal('migration'), signInId: idSchema, dueAt: momentSchema, expiresAt: momentSchema }),
]);
export type StartedSignIn = z.infer<typeof startedSignInSchema>;

export const sentPasscodeSchema = z.object({
  emailHint: z.string(),
  expiresAt: momentSchema,
  resendAfterMs: z.int().nonnegative(),
});
export type SentPasscode = z.infer<typeof sentPasscodeSchema>;

export const passcodeFactor = z.object({ method: z.enum(['email', 'authenticator']), code: passcodeSchema });
export const secretAnswerFactor = z.object({ method: z.literal('secret-question'), code: secretAnswerSchema });

/** With the method `secret-question` the code is the answer, else six digits. */
const secondFactorSchema = z.discriminatedUnion('method', [passcodeFactor, secretAnswerFactor]);

const signInParams = portalParams.extend({ signInId: idSchema });

export const identityRoutes = {
  startSignIn: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/sign-ins',
    summary: 'Checks username, or email address, and password; a one-time passcode completes the sign-in',
    auth: 'none',
    params: portalParams,
    query: nothing,
    body: z.object({
      /** Or the email address, which is the username at portals without one. */
      username: signInNameSchema,
      password: z.string({ error: 'required' }).min(1, 'required').max(1024, 'too_long'),
      device: lineOfText(100),
    }),
    answer: startedSignInSchema,
    status: 201,
  }),
  sendPasscode: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/sign-ins/:signInId/passcodes',
    summary: 'Emails a one-time passcode; an earlier one no longer serves',
    auth: 'none',
    params: signInParams,
    query: nothing,
    body: nothing,
    answer: sentPasscodeSchema,
    status: 202,
  }),
  startMigration: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/sign-ins/:signInId/migration',
    summary: 'Names a new email address and password, and emails a one-time passcode there; it completes both',
    auth: 'none',
    params: signInParams,
    query: nothing,
    body: z.object({
      /** The username from then on (E2). */
      email: emailSchema,
      password: z.string({ error: 'required' }).min(1, 'required').max(1024, 'too_long'),
    }),
    answer: sentPasscodeSchema,
    status: 202,
  }),
  completeSignIn: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/sign-ins/:signInId/verification',
    summary: 'Exchanges a one-time passcode, or the answer to a secret question, for a session',
    auth: 'none',
    params: signInParams,
    query: nothing,
    body: secondFactorSchema,
    answer: sessionSchema,
    status: 201,
  }),
  refreshSession: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/sessions/refresh',
    summary:
      'Rotates the refresh token; repeating the call after a lost answer is safe, an old token in use ends the session',
    auth: 'none',
    params: portalParams,
    query: nothing,
    body: z.object({ refreshToken: tokenSchema }),
    answer: sessionSchema,
    status: 200,
  }),
  signOut: defineRoute({
    method: 'DELETE',
    path: '/portals/:portalId/sessions/current',
    summary: 'Ends this session',
    auth: 'session',
    params: portalParams,
    query: nothing,
    body: nothing,
    answer: nothing,
    status: 200,
  }),
  account: defineRoute({
    method: 'GET',
    path: '/portals/:portalId/account',
    summary: 'The signed-in account',
    auth: 'session',
    params: portalParams,
    query: nothing,
    body: nothing,
    answer: accountSchema,
    status: 200,
  }),
  startAuthenticator: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/account/authenticator',
    summary: 'Makes a secret for an authenticator app (TOTP, RFC 6238); it serves once confirmed',
    auth: 'session',
    params: portalParams,
    query: nothing,
    body: nothing,
    answer: z.object({ secret: z.string(), uri: z.string() }),
    status: 201,
  }),
  confirmAuthenticator: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/account/authenticator/confirmation',
    summary: 'Turns the authenticator app on with a code from it',
    auth: 'session',
    params: portalParams,
    query: nothing,
    body: z.object({ code: passcodeSchema }),
    answer: accountSchema,
    status: 200,
  }),
  removeAuthenticator: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/account/authenticator/removal',
    summary: 'Turns the authenticator app off with a code from it',
    auth: 'session',
    params: portalParams,
    query: nothing,
    body: z.object({ code: passcodeSchema }),
    answer: accountSchema,
    status: 200,
  }),
};
