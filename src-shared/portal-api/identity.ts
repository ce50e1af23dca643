import { z } from 'zod';
import { accountSchema } from '../domain/account.ts';
import { emailSchema } from '../domain/email.ts';
import { idSchema, momentSchema } from '../domain/identifier.ts';
import { passcodeMethodSchema, passcodeSchema } from '../domain/passcode.ts';
import { lineOfText } from '../domain/text.ts';
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

const signInParams = portalParams.extend({ signInId: idSchema });

export const identityRoutes = {
  startSignIn: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/sign-ins',
    summary: 'Checks email and password; a one-time passcode completes the sign-in',
    auth: 'none',
    params: portalParams,
    query: nothing,
    body: z.object({
      email: emailSchema,
      password: z.string({ error: 'required' }).min(1, 'required').max(1024, 'too_long'),
      device: lineOfText(100),
    }),
    answer: z.object({
      signInId: idSchema,
      methods: z.array(passcodeMethodSchema).min(1),
      emailHint: z.string(),
      expiresAt: momentSchema,
    }),
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
    answer: z.object({ emailHint: z.string(), expiresAt: momentSchema, resendAfterMs: z.int().nonnegative() }),
    status: 202,
  }),
  completeSignIn: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/sign-ins/:signInId/verification',
    summary: 'Exchanges a one-time passcode for a session',
    auth: 'none',
    params: signInParams,
    query: nothing,
    body: z.object({ method: passcodeMethodSchema, code: passcodeSchema }),
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
