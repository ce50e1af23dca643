import { z } from 'zod';
import { idSchema } from '../domain/identifier.ts';
import { linkedAccountSchema } from '../domain/organization.ts';
import { answersSchema } from '../portals/answers.ts';
import { defineRoute } from './route.ts';
import { nothing, portalParams } from './shapes.ts';

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
};
