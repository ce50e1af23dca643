import { z } from 'zod';
import { emailSchema } from '../domain/email.ts';
import { defineRoute } from './route.ts';
import { nothing, portalParams } from './shapes.ts';

/** How long the link of a Password Reset email serves, once (E5; ours). */
export const passwordResetLifeMs = 30 * 60_000;

const passwordSchema = z.string({ error: 'required' }).min(1, 'required').max(1024, 'too_long');

/** Reset Your Password and Change Password (E5). */
export const passwordRoutes = {
  requestPasswordReset: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/password-resets',
    summary: 'Emails a link that sets a new password; the answer is the same whether or not there is an account',
    auth: 'none',
    params: portalParams,
    query: nothing,
    body: z.object({ email: emailSchema }),
    answer: nothing,
    status: 202,
  }),
  changePassword: defineRoute({
    method: 'PUT',
    path: '/portals/:portalId/account/password',
    summary: 'Sets a new password; every other session of the account ends, this one stays',
    auth: 'session',
    params: portalParams,
    query: nothing,
    body: z.object({ currentPassword: passwordSchema, newPassword: passwordSchema }),
    answer: nothing,
    status: 200,
  }),
};
