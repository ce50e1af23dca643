import { registrationHandlers } from '../../../src-portal/features/registrations/registration-handlers.ts';
import { linkedAccountHandlers } from '../../../src-portal/features/linked-accounts/linked-account-handlers.ts';
import { completeAssociations } from '../../../src-portal/features/registrations/complete-associations.ts';
import type { SeededProvider } from '../../../src-portal/seeds/seeded-provider.ts';
import type { Answers } from '../../../src-shared/portals/answers.ts';
import type { SeededService } from '../seeded-service.ts';

/** What a Welcome Letter to this provider would make somebody type. */
export const eligibilityAnswers = (provider: SeededProvider): Record<string, string> => ({
  providerType: provider.providerType,
  ...(provider.person === null
    ? { groupName: provider.name }
    : { practitionerFirstName: provider.person.firstName, practitionerLastName: provider.person.lastName }),
  taxId: provider.taxId,
  providerId: provider.providerId,
  zip: provider.zips[0]?.zip ?? '',
});

/** A whole registration's answers, of one Noor Haddad unless told otherwise. */
export const registrationAnswers = (
  provider: SeededProvider,
  changed: Record<string, string | boolean> = {},
): Answers => ({
  firstName: 'Noor',
  lastName: 'Haddad',
  email: 'noor.haddad@example.com',
  phone: '413-555-0123',
  password: 'quiet harbor 9 lanterns',
  passwordAgain: typeof changed['password'] === 'string' ? changed['password'] : 'quiet harbor 9 lanterns',
  ...eligibilityAnswers(provider),
  providerAgreement: true,
  ...changed,
});

/** The routes of registration and linking, called as the HTTP side would. */
export function newcomersOf(service: SeededService) {
  const { context, chance } = service;
  const handlers = { ...registrationHandlers(context), ...linkedAccountHandlers(context) };
  const from = { params: { portalId: 'cca' }, query: {}, caller: null };
  const callerOf = async (email: string) => {
    const account = await context.database
      .selectFrom('account')
      .selectAll()
      .where('portal_id', '=', 'cca')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    return {
      sessionId: chance.newId(),
      accountId: account.id,
      portalId: account.portal_id,
      name: `${account.first_name} ${account.last_name}`,
      email,
    };
  };
  return {
    check: (answers: Answers, address = '203.0.113.1') =>
      handlers.checkEligibility({ ...from, body: { answers }, address }),
    register: (answers: Answers, { id = chance.newId(), address = '203.0.113.1' } = {}) =>
      handlers.register({ ...from, body: { id, answers }, address }),
    async confirm(email: string): Promise<void> {
      const { accountId } = await callerOf(email);
      await context.database.transaction().execute(async (transaction) => {
        const at = chance.now();
        await transaction.updateTable('account').set({ email_verified_at: at }).where('id', '=', accountId).execute();
        await completeAssociations(transaction, context, accountId);
      });
    },
    link: async (email: string, answers: Answers, { id = chance.newId(), address = '203.0.113.1' } = {}) =>
      handlers.linkAccount({ ...from, caller: await callerOf(email), body: { id, answers }, address }),
    async linked(email: string) {
      const listed = await handlers.linkedAccounts({ ...from, caller: await callerOf(email), body: {}, address: '' });
      if (!listed.ok) throw new Error(listed.error.code);
      return listed.value.linkedAccounts;
    },
  };
}

export type Newcomers = ReturnType<typeof newcomersOf>;
