import type { CommandKind } from '../../../src-shared/domain/command.ts';
import { deskErrorSchema, type DeskError } from '../../../src-shared/errors.ts';
import type { OutboxItem, PendingCommand } from '../../../src-shared/ipc/people.ts';
import type { OutboxEntry } from '../cache.ts';
import { keptIntent } from './kept-intent.ts';

/** A row of the table `outbox`. */
export interface OutboxRow {
  readonly sequence: number;
  readonly id: string;
  readonly account_id: string;
  readonly organization_id: string;
  readonly subject_id: string;
  readonly subject_name: string;
  readonly kind: CommandKind;
  readonly base_version: number;
  readonly decided_at: string;
  readonly intent: string;
  readonly state: OutboxEntry['state'];
  readonly may_have_been_sent: 0 | 1;
  readonly held: 0 | 1;
  readonly error: string | null;
}

const errorIn = (row: OutboxRow): DeskError | null =>
  row.error === null ? null : deskErrorSchema.parse(JSON.parse(row.error));

export const toEntry = (row: OutboxRow): OutboxEntry => ({
  command: {
    id: row.id,
    organizationId: row.organization_id,
    baseVersion: row.base_version,
    decidedAt: row.decided_at,
    intent: keptIntent(row.intent).sent,
  },
  accountId: row.account_id,
  state: row.state,
  error: errorIn(row),
});

/** As a screen shows it: what the portal has applied, but the feed not yet brought, is still on its way. */
export const toPending = (row: OutboxRow): PendingCommand => ({
  id: row.id,
  kind: row.kind,
  state: row.state === 'acknowledged' ? 'sending' : row.state,
  decidedAt: row.decided_at,
  error: errorIn(row),
  ...(row.held === 1 && row.state === 'waiting' ? { byHand: true } : {}),
});

export const toItem = (row: OutboxRow): OutboxItem => ({
  ...toPending(row),
  organizationId: row.organization_id,
  intent: keptIntent(row.intent).shown,
  subjectName: row.subject_name,
});
