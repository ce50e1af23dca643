import { z } from 'zod';
import { commandSchema } from '../domain/command.ts';
import { idSchema, versionSchema } from '../domain/identifier.ts';
import { deskErrorSchema } from '../errors.ts';
import { defineRoute } from './route.ts';
import { nothing, organizationParams } from './shapes.ts';

/** A command's recorded result. The same command again is answered with the same outcome, whatever happened since. */
export const outcomeSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('applied'),
    commandId: idSchema,
    /** The subject's version after the effect, and the feed position that carries it. */
    version: versionSchema,
    position: z.int().nonnegative(),
  }),
  z.object({ status: z.literal('refused'), commandId: idSchema, error: deskErrorSchema }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

export const commandRoutes = {
  /**
   * 200 with an outcome once decided, applied or refused. 409 `command_in_flight` while the same id is being handled,
   * 422 `command_id_reused` for another body under a known id, 403 `not_permitted` for a stranger to the organization.
   */
  submitCommand: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/organizations/:organizationId/commands',
    summary: 'Carries out a command exactly once',
    auth: 'session',
    params: organizationParams,
    query: nothing,
    body: commandSchema,
    answer: outcomeSchema,
    status: 200,
  }),
};
