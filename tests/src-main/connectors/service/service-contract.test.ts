import { onTestFinished, vi } from 'vitest';
import { openServiceLine } from '../../../../src-main/connectors/service/open-service-line.ts';
import { samuelOkafor } from '../../../../src-portal/seeds/demo-directory.ts';
import { seedDirectory } from '../../../../src-portal/seeds/seed-directory.ts';
import { eligibilityAnswers } from '../../../src-portal/features/newcomers.ts';
import { createPeople } from '../../../src-portal/features/people-fixture.ts';
import { openPortalFixture } from '../../../src-portal/portal-fixture.ts';
import { FakeTokens } from '../../support/fake-sessions.ts';
import { realSchedule } from '../../support/http-stand-in.ts';
import { itIsAConnector, type ConnectorCase } from '../connector-contract.ts';

// the first one loads the database
vi.setConfig({ testTimeout: 60_000 });

/** The whole service on a port of its own, with a practice of four people, and a line of its administrator to it. */
async function open(): Promise<ConnectorCase> {
  const portal = await openPortalFixture();
  onTestFinished(() => portal.close());
  const { database, settings } = portal.context;
  await database.transaction().execute((transaction) => seedDirectory(transaction, 'cca', [samuelOkafor]));
  const people = await createPeople({ database, kind: settings.database });
  const [owner, colleague] = [await people.addAdministrator(), await people.addAdministrator()];
  const [user] = [await people.addMember(), await people.addMember()];
  const line = openServiceLine(
    { fetch: (url, init) => fetch(url, init), schedule: realSchedule },
    {
      accountId: owner.accountId,
      portalId: 'cca',
      portalUrl: await portal.app.listen({ port: 0, host: '127.0.0.1' }),
      tokens: new FakeTokens(),
      onEnded: () => undefined,
    },
  );
  onTestFinished(() => line.close());
  await line.adopt(await portal.session(owner.accountId));
  // what is linked from here on comes after what the account has
  portal.chance.advance(1000);
  let invited = 0;
  return {
    connector: line.connector,
    accountId: owner.accountId,
    organizationId: people.organizationId,
    userId: user.userId,
    linkAnswers: { ...eligibilityAnswers(samuelOkafor), providerAgreement: true },
    async change() {
      invited += 1;
      const email = `newcomer-${String(invited)}@example.com`;
      const person = { email, firstName: 'Nia', lastName: 'Newcomer' };
      const payload = { ...person, role: 'user' as const, permissions: ['eligibility' as const] };
      const subjectId = people.context.chance.newId();
      await people.outcomeOf(colleague, { kind: 'invite-user', subjectId, payload });
    },
    carryOut: (command) => command,
  };
}

itIsAConnector('a portal’s service', open);
