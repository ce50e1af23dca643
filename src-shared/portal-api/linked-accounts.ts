import { z } from 'zod';
import { idSchema } from '../domain/identifier.ts';
import { pinSchema } from '../domain/mailed-pin.ts';
import { linkedAccountPreferencesSchema, linkedAccountSchema } from '../domain/organization.ts';
import { answersSchema } from '../portals/answers.ts';
import { eligibilitySchema } from './registration.ts';
import { defineRoute } from './route.ts';
import { nothing, portalParams } from './shapes.ts';

const linkedAccountParams = portalParams.extend({ linkedAccountId: idSchema });

export const linkedAccountRoutes = {
  linkedAccounts: defineRoute({
    method: 'GET',
    path: '/portals/:portalId/linked-accounts',
    summary: "The account's memberships, in the order in which they were linked",
    auth: 'session',
    params: portalParams,
    query: nothing,
    body: nothing,
    answer: z.object({ linkedAccounts: z.array(linkedAccountSchema) }),
    status: 200,
  }),
  linkAccount: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/linked-accounts',
    summary: 'Links one more provider ID; the same id again gives the same answer',
    auth: 'session',
    params: portalParams,
    query: nothing,
    body: z.object({ id: idSchema, answers: answersSchema }),
    answer: linkedAccountSchema,
    status: 201,
  }),
  setLinkedAccountPreferences: defineRoute({
    method: 'PUT',
    path: '/portals/:portalId/linked-accounts/:linkedAccountId/preferences',
    summary:
      'Sets the nickname of a linked account and whether it is the default one (D9); answers all linked accounts',
    auth: 'session',
    params: portalParams.extend({ linkedAccountId: idSchema }),
    query: nothing,
    body: linkedAccountPreferencesSchema,
    answer: z.object({ linkedAccounts: z.array(linkedAccountSchema) }),
    status: 200,
  }),
  findOrganization: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/linked-accounts/matches',
    summary: 'Whom the answers match, how one can be associated there, and who decides it (D5, D6)',
    auth: 'session',
    params: portalParams,
    query: nothing,
    body: z.object({ answers: answersSchema }),
    answer: eligibilitySchema,
    status: 200,
  }),
  enterPin: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/linked-accounts/:linkedAccountId/pin',
    summary: 'Completes an association with the PIN that came by mail (D8)',
    auth: 'session',
    params: linkedAccountParams,
    query: nothing,
    body: z.object({ pin: pinSchema }),
    answer: linkedAccountSchema,
    status: 200,
  }),
  requestPin: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/linked-accounts/:linkedAccountId/pin-requests',
    summary: 'Asks for another PIN by mail; the one before no longer serves (D8)',
    auth: 'session',
    params: linkedAccountParams,
    query: nothing,
    body: nothing,
    answer: linkedAccountSchema,
    status: 202,
  }),
};
