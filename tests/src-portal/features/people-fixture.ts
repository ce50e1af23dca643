import type { Insertable } from 'kysely';
import { v7 } from 'uuid';
import type { Command, Intent } from '../../../src-shared/domain/command.ts';
import type { Permission, Role } from '../../../src-shared/domain/permissions.ts';
import type { Outcome } from '../../../src-shared/portal-api/commands.ts';
import { cca } from '../../../src-shared/portals/cca.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import type { Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../../src-portal/context.ts';
import type { OpenDatabase } from '../../../src-portal/database/open.ts';
import type { Schema } from '../../../src-portal/database/schema.ts';
import { createHintPublisher } from '../../../src-portal/features/changes/hint-publisher.ts';
import { submitCommand } from '../../../src-portal/features/commands/submit-command.ts';
import type { Caller } from '../../../src-portal/handler.ts';
import { createJobQueue } from '../../../src-portal/jobs/job-queue.ts';
import { emailMessageSchema, type EmailMessage } from '../../../src-portal/mail/email-message.ts';
import { unseal } from '../../../src-portal/seal.ts';
import { createFakeChance, type FakeChance } from '../fake-chance.ts';

export interface Member {
  readonly userId: string;
  readonly accountId: string;
  readonly email: string;
  readonly caller: Caller;
}

interface MemberOptions {
  readonly role?: Role;
  readonly permissions?: Permission[];
  readonly status?: Schema['membership']['status'];
  readonly organizationId?: string;
  /** The same person in another organization. */
  readonly accountId?: string;
}

/** A service with one empty practice, and people to put into it. */
export interface People {
  readonly context: PortalContext & { readonly chance: FakeChance };
  readonly organizationId: string;
  addOrganization(): Promise<string>;
  addMember(options?: MemberOptions): Promise<Member>;
  addAdministrator(): Promise<Member>;
  /** Somebody who has asked for access, and the request. */
  addRequester(organizationId?: string): Promise<Member & { readonly requestId: string }>;
  addInvitation(values?: Partial<Insertable<Schema['invitation']>>): Promise<string>;
  addSession(member: Member): Promise<void>;
  command(intent: Intent, options?: Partial<Command>): Command;
  submit(member: Member, intent: Intent, baseVersion?: number): Promise<Result<Outcome>>;
  /** The outcome of a command that has to be answered with one. */
  outcomeOf(member: Member, intent: Intent, baseVersion?: number): Promise<Outcome>;
  emails(): Promise<EmailMessage[]>;
}

export async function createPeople(
  { database, kind }: Pick<OpenDatabase, 'database' | 'kind'>,
  seed = 'people',
  portal: PortalDefinition = cca,
): Promise<People> {
  const chance = createFakeChance(`${seed}:${v7()}`);
  const context = {
    database,
    chance,
    jobs: createJobQueue(chance),
    hints: createHintPublisher(),
    settings: {
      publicUrl: 'https://portal.example.test',
      serviceKey: Buffer.alloc(32, 7),
      mailFrom: 'portal@example.test',
      mailboxUrl: null,
      database: kind,
      version: '0.0.0',
      passwordHash: { memoryKib: 8, passes: 1 },
    },
  };
  let count = 0;

  async function addOrganization(): Promise<string> {
    const id = chance.newId();
    const values = { name: 'Beacon Street Medical Group', city: 'Boston', state: 'MA', tax_id: '042345678', npi: null };
    await database
      .insertInto('organization')
      .values({
        id,
        portal_id: portal.id,
        provider_type: 'group',
        first_name: null,
        last_name: null,
        provider_id: id,
        ...values,
      })
      .execute();
    return id;
  }
  const organizationId = await addOrganization();

  async function addAccount(): Promise<string> {
    const id = chance.newId();
    const at = chance.now();
    count += 1;
    await database
      .insertInto('account')
      .values({
        id,
        portal_id: portal.id,
        email: `person-${count}-${id}@example.test`,
        first_name: `First${count}`,
        last_name: `Last${count}`,
        phone: null,
        password_hash: null,
        email_verified_at: at,
        authenticator_secret: null,
        authenticator_since: null,
        authenticator_last_step: null,
        created_at: at,
        last_sign_in_at: null,
      })
      .execute();
    return id;
  }

  async function addMember(options: MemberOptions = {}): Promise<Member> {
    const accountId = options.accountId ?? (await addAccount());
    const userId = chance.newId();
    const at = chance.now();
    const role = options.role ?? 'user';
    await database
      .insertInto('membership')
      .values({
        id: userId,
        organization_id: options.organizationId ?? organizationId,
        account_id: accountId,
        role,
        permissions: role === 'administrator' ? [...portal.permissions] : (options.permissions ?? ['eligibility']),
        status: options.status ?? 'active',
        status_reason: null,
        created_at: at,
        changed_at: at,
        changed_by: null,
      })
      .execute();
    const account = await database
      .selectFrom('account')
      .selectAll()
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow();
    const name = `${account.first_name} ${account.last_name}`;
    const caller = { sessionId: chance.newId(), accountId, portalId: portal.id, name, email: account.email };
    return { userId, accountId, email: account.email, caller };
  }

  function command(intent: Intent, options: Partial<Command> = {}): Command {
    return {
      id: v7(),
      organizationId,
      baseVersion: intent.kind === 'invite-user' || intent.kind === 'add-billing-agency' ? 0 : 1,
      decidedAt: chance.now().toISOString(),
      intent,
      ...options,
    };
  }

  const submit = (member: Member, intent: Intent, baseVersion?: number): Promise<Result<Outcome>> =>
    submitCommand(
      context,
      member.caller,
      organizationId,
      command(intent, baseVersion === undefined ? {} : { baseVersion }),
    );

  return {
    context,
    organizationId,
    addOrganization,
    addMember,
    addAdministrator: () => addMember({ role: 'administrator' }),
    async addRequester(inOrganization = organizationId) {
      const member = await addMember({ status: 'pending', permissions: [], organizationId: inOrganization });
      const requestId = chance.newId();
      const at = chance.now();
      await database
        .insertInto('access_request')
        .values({
          id: requestId,
          organization_id: inOrganization,
          membership_id: member.userId,
          status: 'pending',
          reason: null,
          matched_on: ['taxId'],
          requested_at: at,
          changed_at: at,
          changed_by: null,
        })
        .execute();
      return { ...member, requestId };
    },
    async addInvitation(values = {}) {
      const id = chance.newId();
      const at = chance.now();
      const person = { email: `invited-${id}@example.test`, first_name: 'Ina', last_name: 'Vited' };
      await database
        .insertInto('invitation')
        .values({
          id,
          organization_id: organizationId,
          ...person,
          role: 'user',
          permissions: ['eligibility'],
          status: 'sent',
          failure: null,
          failure_detail: null,
          invited_by: 'Somebody Else',
          decided_by: null,
          created_at: at,
          expires_at: new Date(at.getTime() + 7 * 24 * 60 * 60_000),
          changed_at: at,
          changed_by: null,
          ...values,
        })
        .execute();
      return id;
    },
    async addSession({ caller }) {
      const { sessionId: id, accountId } = caller;
      await database
        .insertInto('session')
        .values({
          id,
          account_id: accountId,
          device: 'test',
          created_at: chance.now(),
          ended_at: null,
          end_reason: null,
        })
        .execute();
    },
    command,
    submit,
    async outcomeOf(member, intent, baseVersion) {
      const result = await submit(member, intent, baseVersion);
      if (!result.ok) throw new Error(`No outcome but ${result.error.code}`);
      return result.value;
    },
    async emails() {
      const jobs = await database
        .selectFrom('job')
        .select('payload')
        .where('kind', '=', 'send-email')
        .orderBy('id')
        .execute();
      return jobs.map(({ payload }) => {
        const { sealed } = payload as { sealed: string };
        return emailMessageSchema.parse(JSON.parse(unseal(context, sealed)));
      });
    },
  };
}
