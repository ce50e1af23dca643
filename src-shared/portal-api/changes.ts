import { z } from 'zod';
import { accessRequestSchema } from '../domain/access-request.ts';
import { billingAgencySchema } from '../domain/billing-agency.ts';
import { idSchema } from '../domain/identifier.ts';
import { invitationSchema } from '../domain/invitation.ts';
import { organizationSchema } from '../domain/organization.ts';
import { userSchema } from '../domain/user.ts';
import { defineRoute } from './route.ts';
import { nothing, organizationParams, portalParams } from './shapes.ts';

/** An entity in full, as it is after a change. */
export const recordSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organization'), entity: organizationSchema }),
  z.object({ kind: z.literal('user'), entity: userSchema }),
  z.object({ kind: z.literal('invitation'), entity: invitationSchema }),
  z.object({ kind: z.literal('access-request'), entity: accessRequestSchema }),
  z.object({ kind: z.literal('billing-agency'), entity: billingAgencySchema }),
]);
export type FeedRecord = z.infer<typeof recordSchema>;
export const recordKinds = ['organization', 'user', 'invitation', 'access-request', 'billing-agency'] as const;
export type RecordKind = FeedRecord['kind'];

/** One step of an organization's ordered change feed. Positions grow by one; the feed is gapless. */
export const changeSchema = z.object({
  position: z.int().positive(),
  change: z.discriminatedUnion('op', [
    z.object({ op: z.literal('put'), record: recordSchema }),
    z.object({ op: z.literal('delete'), kind: z.enum(recordKinds), id: idSchema }),
  ]),
});
export type Change = z.infer<typeof changeSchema>;

/** What a server-sent event carries: look at this organization's feed. `linked-accounts` hints carry no organization. */
export const hintSchema = z.discriminatedUnion('about', [
  z.object({ about: z.literal('organization'), organizationId: idSchema, position: z.int().nonnegative() }),
  z.object({ about: z.literal('linked-accounts') }),
]);
export type Hint = z.infer<typeof hintSchema>;

const pageLimit = (most: number) => z.coerce.number().int().min(1).max(most);

export const changeRoutes = {
  /** The first load: every record once, by kind and id. `position` is where to follow the feed from afterwards. */
  snapshot: defineRoute({
    method: 'GET',
    path: '/portals/:portalId/organizations/:organizationId/snapshot',
    summary: 'All records of the organization, a page at a time; `after` takes the last answer’s `next`',
    auth: 'session',
    params: organizationParams,
    query: z.object({ after: z.string().max(200).optional(), limit: pageLimit(5000).default(1000) }),
    body: nothing,
    answer: z.object({
      records: z.array(recordSchema),
      next: z.string().nullable(),
      position: z.int().nonnegative(),
      /** How many records there are in all, for a progress bar. */
      total: z.int().nonnegative(),
    }),
    status: 200,
  }),
  /** 410 `feed_truncated` when `after` lies before what is kept: take a fresh snapshot. */
  changes: defineRoute({
    method: 'GET',
    path: '/portals/:portalId/organizations/:organizationId/changes',
    summary: 'The changes after a position, in order',
    auth: 'session',
    params: organizationParams,
    query: z.object({ after: z.coerce.number().int().nonnegative(), limit: pageLimit(1000).default(500) }),
    body: nothing,
    answer: z.object({ changes: z.array(changeSchema), more: z.boolean() }),
    status: 200,
  }),
  /** `text/event-stream`: each event's data is a hint as JSON; a comment line every 15 seconds keeps it open. */
  hints: defineRoute({
    method: 'GET',
    path: '/portals/:portalId/hints',
    summary: 'Server-sent hints that a feed of this account has grown',
    auth: 'session',
    params: portalParams,
    query: nothing,
    body: nothing,
    answer: hintSchema,
    status: 200,
  }),
};
