import { z } from 'zod';
import { emailSchema } from '../domain/email.ts';
import { idSchema, momentSchema } from '../domain/identifier.ts';
import { answersSchema } from '../portals/answers.ts';
import { associationRoutes } from '../portals/definition.ts';
import { defineRoute } from './route.ts';
import { nothing, portalParams } from './shapes.ts';

/** What a match tells: whom one is about to join, and whether somebody there has to agree (C6). */
export const eligibilitySchema = z.object({
  organizationName: z.string(),
  providerId: z.string(),
  hasAdministrator: z.boolean(),
  /** The ways to a membership that are open, at portals that ask for a proof (D5-D8); only a signed-in person is told. */
  routes: z.array(z.enum(associationRoutes)).optional(),
  /** Whom a request goes to (D6); only a signed-in person is told. */
  administrators: z.array(z.string()).optional(),
});
export type Eligibility = z.infer<typeof eligibilitySchema>;

/** An NPI as far as it is typed: below five digits too much would match. [ours] */
export const npiPrefixSchema = z
  .string({ error: 'required' })
  .trim()
  .regex(/^[12]\d{4,9}$/u, 'npi_length');

/** What a public registry tells about a provider, and the ID under which the portal knows it. */
export const directoryEntrySchema = z.object({
  providerId: z.string(),
  name: z.string(),
  npi: z.string(),
  city: z.string(),
  state: z.string(),
});
export type DirectoryEntry = z.infer<typeof directoryEntrySchema>;

export const registrationRoutes = {
  findProviders: defineRoute({
    method: 'GET',
    path: '/portals/:portalId/providers',
    summary: 'The first ten providers whose NPI begins like this, at portals where one chooses among them (E4)',
    auth: 'none',
    params: portalParams,
    query: z.object({ npi: npiPrefixSchema }),
    body: nothing,
    answer: z.object({ providers: z.array(directoryEntrySchema) }),
    status: 200,
  }),
  checkEligibility: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/eligibility',
    summary: 'Matches answers against the directory; a mismatch is answered field by field with no_match',
    auth: 'none',
    params: portalParams,
    query: nothing,
    body: z.object({ answers: answersSchema }),
    answer: eligibilitySchema,
    status: 200,
  }),
  register: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/registrations',
    summary:
      'Registers an account, and asks for its association where the portal associates it at once; the same id again gives the same answer',
    auth: 'none',
    params: portalParams,
    query: nothing,
    body: z.object({ id: idSchema, answers: answersSchema }),
    /** The same whether or not the address has an account already: its owner learns that by email. */
    answer: z.object({
      email: z.string(),
      hasAdministrator: z.boolean(),
      /** When username and password expire unless they are used before (A9); null where they do not. */
      useBy: momentSchema.nullable(),
    }),
    status: 202,
  }),
  resendVerification: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/email-verifications',
    summary: 'Sends the link that confirms an email address once more',
    auth: 'none',
    params: portalParams,
    query: nothing,
    body: z.object({ email: emailSchema }),
    answer: nothing,
    status: 202,
  }),
};
