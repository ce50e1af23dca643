import { linkedAccountHandlers } from '../../../src-portal/features/linked-accounts/linked-account-handlers.ts';
import { printPin } from '../../../src-portal/features/mailed-pins/print-pin.ts';
import { submitCommand } from '../../../src-portal/features/commands/submit-command.ts';
import type { Caller } from '../../../src-portal/handler.ts';
import type { SeededProvider } from '../../../src-portal/seeds/seeded-provider.ts';
import type { SeededClaim } from '../../../src-portal/seeds/provider-central-claims.ts';
import type { Intent } from '../../../src-shared/domain/command.ts';
import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import type { Answers } from '../../../src-shared/portals/answers.ts';
import { providerCentral } from '../../../src-shared/portals/provider-central.ts';
import type { Result } from '../../../src-shared/result.ts';
import type { SeededService } from '../seeded-service.ts';

/** What somebody who knows the organization's numbers types (D5). */
export const numbersOf = (provider: SeededProvider) => ({
  organizationNumber: provider.providerId,
  taxId: provider.taxId,
});

/** What somebody types who has these advisories before them (D7). */
export const claimsAnswers = (...claims: readonly SeededClaim[]): Record<string, string> =>
  Object.fromEntries(
    claims.flatMap((claim, place) =>
      Object.entries(claim).map(([fact, value]: [string, string | null]) => [
        `claim${String(place + 1)}${fact.charAt(0).toUpperCase()}${fact.slice(1)}`,
        value ?? '',
      ]),
    ),
  );

/** The routes of an association at Provider Central, called as the HTTP side would. */
export function associationsOf(service: SeededService) {
  const { context, chance } = service;
  const handlers = linkedAccountHandlers(context);
  const params = { portalId: providerCentral.id };
  const from = { query: {}, address: '203.0.113.9' };
  let people = 0;

  async function valueOf<Value>(result: Promise<Result<Value>>): Promise<Value> {
    const answered = await result;
    if (!answered.ok) throw new Error(answered.error.code);
    return answered.value;
  }

  return {
    handlers,
    /** Somebody with a login of their own and no organization yet. */
    async addCaller(firstName = 'Noor', lastName = 'Haddad'): Promise<Caller> {
      people += 1;
      const id = chance.newId();
      const email = `person-${people}@example.com`;
      await context.database
        .insertInto('account')
        .values({
          id,
          portal_id: providerCentral.id,
          email,
          first_name: firstName,
          last_name: lastName,
          phone: null,
          password_hash: null,
          email_verified_at: chance.now(),
          created_at: chance.now(),
          last_sign_in_at: null,
        })
        .execute();
      const name = `${firstName} ${lastName}`;
      return { sessionId: chance.newId(), accountId: id, portalId: providerCentral.id, name, email };
    },
    async callerOf(email: string): Promise<Caller> {
      const account = await context.database
        .selectFrom('account')
        .selectAll()
        .where('portal_id', '=', providerCentral.id)
        .where('email', '=', email)
        .executeTakeFirstOrThrow();
      const name = `${account.first_name} ${account.last_name}`;
      return { sessionId: chance.newId(), accountId: account.id, portalId: providerCentral.id, name, email };
    },
    find: (caller: Caller, answers: Answers) =>
      handlers.findOrganization({ ...from, params, caller, body: { answers } }),
    link: (caller: Caller, answers: Answers, id = chance.newId()) =>
      handlers.linkAccount({ ...from, params, caller, body: { id, answers } }),
    enterPin: (caller: Caller, linkedAccountId: string, pin: string) =>
      handlers.enterPin({ ...from, params: { ...params, linkedAccountId }, caller, body: { pin } }),
    requestPin: (caller: Caller, linkedAccountId: string) =>
      handlers.requestPin({ ...from, params: { ...params, linkedAccountId }, caller, body: {} }),
    async linked(caller: Caller): Promise<LinkedAccount[]> {
      return (await valueOf(handlers.linkedAccounts({ ...from, params, caller, body: {} }))).linkedAccounts;
    },
    /** As the payer's staff does; answers the PIN as the letter shows it. */
    async print(linkedAccountId: string) {
      return valueOf(
        context.database
          .transaction()
          .execute((transaction) => printPin(transaction, context, providerCentral, linkedAccountId, 'Support')),
      );
    },
    async decide(caller: Caller, organizationId: string, intent: Intent, baseVersion = 1) {
      const command = {
        id: chance.newId(),
        organizationId,
        baseVersion,
        decidedAt: chance.now().toISOString(),
        intent,
      };
      return valueOf(submitCommand(context, caller, organizationId, command));
    },
    /** The newest request for access that waits in the organization. */
    requestIn: (organizationId: string) =>
      context.database
        .selectFrom('access_request')
        .selectAll()
        .where('organization_id', '=', organizationId)
        .where('status', '=', 'pending')
        .orderBy('id', 'desc')
        .executeTakeFirst(),
  };
}

export type Associations = ReturnType<typeof associationsOf>;
