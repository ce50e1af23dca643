import { z } from 'zod';
import { hintSchema } from '../../../src-shared/portal-api/changes.ts';

/** The database's notification channel that carries hints between the service's instances. */
export const hintChannel = 'portal_hints';

/** A hint on its way: for these accounts, or, without them, for the organization's active members. */
const hintNoticeSchema = z.object({ accountIds: z.array(z.string()).nullable(), hint: hintSchema });
/** A session is over. The trigger `session_end` says so, so that no way to end one can forget it. */
const sessionNoticeSchema = z.object({ endedSessionId: z.string() });
const noticeSchema = z.union([hintNoticeSchema, sessionNoticeSchema]);

export type HintNotice = z.infer<typeof hintNoticeSchema>;
export type Notice = z.infer<typeof noticeSchema>;

export const formatNotice = (notice: HintNotice): string => JSON.stringify(notice);

/** Throws for a text that `formatNotice` did not make. */
export const parseNotice = (payload: string): Notice => noticeSchema.parse(JSON.parse(payload));
