import type { Answers } from '../../../src-shared/portals/answers.ts';
import type { ProcedureInput } from '../../../src-shared/ipc/contract.ts';
import { accountId } from './fixtures.ts';
import { settle } from './fake-schedule.ts';
import { runningDesk } from './running-desk.ts';

/** What somebody wrote down who registered at CCA's web site. */
export const ccaAnswers: Answers = {
  firstName: 'Noor',
  lastName: 'Haddad',
  email: 'Noor.Haddad@Example.com',
  phone: '413-555-0123',
  providerType: 'group',
  groupName: 'Harborview Family Medicine',
  taxId: '04-3182657',
  providerId: 'G204417',
  zip: '02169',
  providerAgreement: true,
  recordDoneOn: '2026-03-01',
  recordReference: 'REF-1',
  recordNote: '',
};

export const registration = (over: Partial<ProcedureInput<'guided.register'>> = {}) => ({
  portalId: 'cca',
  id: accountId(7),
  task: 'registration' as const,
  answers: ccaAnswers,
  ...over,
});

/** A desk with one account at CCA that is kept by hand, and its organization in the cache. */
export async function guidedDesk() {
  const desk = runningDesk();
  const registered = desk.guided.accounts.register(registration());
  if (!registered.ok) throw new Error(registered.error.code);
  await settle();
  const organizationId = registered.value.linkedAccounts[0]?.organization.id ?? '';
  const users = () =>
    desk.people.usersPage({
      organizationId,
      search: '',
      after: null,
      skip: 0,
      limit: 200,
      roles: [],
      statuses: [],
      sort: { column: 'email', direction: 'ascending' },
    }).rows;
  const records = () => desk.cache.guided.records(accountId(7), null, 0, 100).records;
  const byEmail = (email: string) => {
    const found = users().find((user) => user.email === email);
    if (found === undefined) throw new Error(`There is no ${email}`);
    return found;
  };
  const keepUser = async (email: string, number: number) => {
    const id = accountId(100 + number);
    const kept = desk.guided.people.keep({
      organizationId,
      person: {
        kind: 'user',
        id,
        email,
        firstName: 'Uma',
        lastName: 'User',
        role: 'user',
        permissions: ['eligibility'],
        status: 'active',
      },
    });
    if (!kept.ok) throw new Error(kept.error.code);
    await settle();
    return id;
  };
  return { ...desk, accountId: accountId(7), organizationId, users, records, byEmail, keepUser };
}
