import { isDeepStrictEqual } from 'node:util';
import { outcomeSchema } from '../../../src-shared/portal-api/commands.ts';
import type { Change, FeedRecord } from '../../../src-shared/portal-api/changes.ts';
import type { Connector } from '../../../src-main/connectors/connector.ts';
import type { Result } from '../../../src-shared/result.ts';
import type { OpenDatabase } from '../../../src-portal/database/open.ts';
import type { Acknowledged } from './desk.ts';
import type { MailStandIn } from './mail-stand-in.ts';

export interface CommandFindings {
  /** Acknowledged commands that the table does not have, or with another outcome. */
  readonly lost: number;
  /** Recorded commands that no desk has an outcome of. */
  readonly unsettled: number;
  /** Applied commands with another number of audit rows than one, and refused ones with any. */
  readonly duplicated: number;
  /** Commands whose effect was there before the try that was answered: the answer to an earlier one was lost. */
  readonly answersLost: number;
}

/** Compares what desks were told with what the service has recorded. */
export async function compareCommands(
  { database }: OpenDatabase,
  acknowledged: readonly Acknowledged[],
): Promise<CommandFindings> {
  const rows = await database.selectFrom('command').select(['id', 'outcome', 'handled_at']).execute();
  const recorded = new Map(rows.map((row) => [row.id, row]));
  const audit = await database
    .selectFrom('audit')
    .select(['command_id', ({ fn }) => fn.countAll<number>().as('rows')])
    .where('command_id', 'is not', null)
    .groupBy('command_id')
    .execute();
  const audited = new Map(audit.map(({ command_id: id, rows: count }) => [id, Number(count)]));
  const known = new Set(acknowledged.map(({ command }) => command.id));
  const count = (is: (entry: Acknowledged) => boolean): number => acknowledged.filter(is).length;
  return {
    lost: count(({ command, outcome }) => {
      const row = recorded.get(command.id);
      return row === undefined || !isDeepStrictEqual(outcomeSchema.parse(row.outcome), outcome);
    }),
    unsettled: rows.filter(({ id }) => !known.has(id)).length,
    duplicated:
      count(({ command, outcome }) => (audited.get(command.id) ?? 0) !== (outcome.status === 'applied' ? 1 : 0)) +
      [...audited.keys()].filter((id) => id !== null && !known.has(id)).length,
    answersLost: count(({ command, answeredTryAtMs }) => {
      const row = recorded.get(command.id);
      return row !== undefined && row.handled_at.getTime() < answeredTryAtMs;
    }),
  };
}

const triesAtMost = 20;

/** Asks again where an answer was lost on its way to the desk. */
async function insist<Value>(ask: () => Promise<Result<Value>>): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask();
    if (answer.ok) return answer.value;
    if (tries === triesAtMost) throw new Error(answer.error.code);
  }
}

/** Every record of an organization by id, and how far the feed has come. */
export interface Records {
  readonly byId: Map<string, FeedRecord>;
  position: number;
}

export async function readRecords(connector: Connector, organizationId: string): Promise<Records> {
  const byId = new Map<string, FeedRecord>();
  let after: string | null = null;
  let position: number | null = null;
  do {
    const from = after;
    const page: { records: FeedRecord[]; next: string | null; position: number } = await insist(() =>
      connector.snapshot(organizationId, from, 1000),
    );
    for (const record of page.records) byId.set(record.entity.id, record);
    position ??= page.position;
    after = page.next;
  } while (after !== null);
  return { byId, position };
}

export interface FeedFindings {
  readonly gaps: number;
  /** Records that the feed leads to and the tables do not show, or the other way round. */
  readonly differing: number;
  /** Applied commands whose position the feed does not reach. */
  readonly beyond: number;
}

/** Follows the feed from where the records were read, and compares with what is read afresh. */
export async function compareFeed(
  connector: Connector,
  organizationId: string,
  start: Records,
  acknowledged: readonly Acknowledged[],
): Promise<FeedFindings> {
  let gaps = 0;
  for (let more = true; more;) {
    const page = await insist(() => connector.changes(organizationId, start.position, 1000));
    for (const { position, change } of page.changes) {
      if (position !== start.position + 1) gaps += 1;
      apply(start.byId, change);
      start.position = position;
    }
    ({ more } = page);
  }
  const fresh = await readRecords(connector, organizationId);
  const ids = new Set([...start.byId.keys(), ...fresh.byId.keys()]);
  return {
    gaps: gaps + (fresh.position === start.position ? 0 : 1),
    differing: [...ids].filter((id) => !isDeepStrictEqual(start.byId.get(id), fresh.byId.get(id))).length,
    beyond: acknowledged.filter(
      ({ command, outcome }) =>
        command.organizationId === organizationId && outcome.status === 'applied' && outcome.position > fresh.position,
    ).length,
  };
}

function apply(records: Map<string, FeedRecord>, change: Change['change']): void {
  if (change.op === 'put') records.set(change.record.entity.id, change.record);
  else records.delete(change.id);
}

export interface JobFindings {
  /** Emails that were not dealt with, or not taken, in the end. */
  readonly emailsStuck: number;
  /** Emails that a mail server has taken, repeats included. */
  readonly emailsArrived: number;
  readonly emailsDone: number;
  readonly invitations: number;
  /** Invitations that were applied and are not `sent`, or of which no email arrived. */
  readonly invitationsLost: number;
}

/** Whether all that was to be sent has been sent. */
export async function compareMail({ database }: OpenDatabase, mail: MailStandIn): Promise<JobFindings> {
  const jobs = await database
    .selectFrom('job')
    .select(['status', ({ fn }) => fn.countAll<number>().as('count')])
    .where('kind', '=', 'send-email')
    .groupBy('status')
    .execute();
  const count = (isDone: boolean): number =>
    jobs.reduce((sum, row) => sum + ((row.status === 'done') === isDone ? Number(row.count) : 0), 0);
  const invitations = await database.selectFrom('invitation').select(['email', 'status']).execute();
  const lost = invitations.filter(({ email, status }) => status !== 'sent' || mail.arrivedFor(email) === 0);
  return {
    emailsStuck: count(false),
    emailsDone: count(true),
    emailsArrived: mail.total(),
    invitations: invitations.length,
    invitationsLost: lost.length,
  };
}
