import { z } from 'zod';
import { defineRoute } from './route.ts';
import { nothing } from './shapes.ts';

export const healthRoutes = {
  health: defineRoute({
    method: 'GET',
    path: '/health',
    summary: 'Tells that the service answers, and which portals it hosts',
    auth: 'none',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: z.object({
      status: z.literal('ok'),
      version: z.string(),
      portals: z.array(z.string()),
      database: z.enum(['embedded', 'postgresql']),
      /** Where the demonstration's local mailbox shows its messages; null on a service that sends real mail. */
      mailboxUrl: z.url().nullable(),
    }),
    status: 200,
  }),
};
