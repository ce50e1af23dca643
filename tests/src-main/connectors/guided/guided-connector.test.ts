import { describe, expect, it } from 'vitest';
import { openGuidedLine } from '../../../../src-main/connectors/guided/open-guided-line.ts';
import { createGuidedHints } from '../../../../src-main/connectors/guided/guided-hints.ts';
import { settle } from '../../support/fake-schedule.ts';
import { accountId, id, moment, session } from '../../support/fixtures.ts';
import { ccaAnswers, guidedDesk } from '../../support/guided-fixtures.ts';
import { itIsAConnector } from '../connector-contract.ts';

const open = async () => {
  const desk = await guidedDesk();
  const userId = await desk.keepUser('ada@example.com', 1);
  await desk.keepUser('ben@example.com', 2);
  const running = desk.running.find(desk.accountId);
  if (running === null) throw new Error('The account is not running');
  const { connector } = running;
  let changes = 10;
  return {
    ...desk,
    connector,
    userId,
    async change() {
      changes += 1;
      await desk.keepUser(`user${String(changes)}@example.com`, changes);
    },
  };
};

itIsAConnector('what is kept by hand', async () => {
  const desk = await open();
  return {
    ...desk,
    linkAnswers: { ...ccaAnswers, groupName: 'Samaritan Pediatrics', taxId: '46-2907314', providerId: 'G518203' },
    carryOut(command) {
      const decided = desk.decisions.submit(desk.organizationId, [command.intent]);
      const commandId = decided.ok ? (decided.value.commandIds[0] ?? '') : '';
      const result = { outcome: 'done', doneOn: '2026-03-02', reference: null, note: null } as const;
      desk.guided.steps.record(commandId, result);
      return { ...command, id: commandId };
    },
  };
});

describe('a guided connector', () => {
  it('has no outcome before somebody has recorded one', async () => {
    const { connector, organizationId, userId } = await open();
    const intent = { kind: 'revoke-user', subjectId: userId, payload: { reason: null } } as const;
    const command = { id: id(5), organizationId, baseVersion: 1, decidedAt: moment, intent };
    expect(await connector.submit(command)).toEqual({ ok: false, error: { code: 'step_open' } });
    expect(await connector.submit({ ...command, organizationId: id(6) })).toMatchObject({
      error: { code: 'not_permitted' },
    });
  });

  it('asks who is too far behind to load afresh', async () => {
    const { connector, organizationId, cache } = await open();
    const user = cache.guided.snapshot(organizationId, null, 10)?.records.filter(({ kind }) => kind === 'user') ?? [];
    for (let times = 0; times < 2600; times += 1) cache.guided.put(organizationId, user.slice(0, 2));
    expect(await connector.changes(organizationId, 1, 10)).toEqual({ ok: false, error: { code: 'feed_truncated' } });
  }, 60_000);

  it('has nothing that belongs to a sign-in or to a service', async () => {
    const { connector } = await open();
    const refusals = await Promise.all([
      connector.changePassword('a', 'b'),
      connector.startAuthenticator(),
      connector.confirmAuthenticator('123456'),
      connector.removeAuthenticator('123456'),
      connector.findOrganization({}),
      connector.enterPin(id(1), '123456'),
      connector.requestPin(id(1)),
      connector.accountHealthPlans(),
      connector.offeredHealthPlans(),
      connector.acceptDisclaimer('1'),
    ]);
    expect(refusals.map((answer) => (answer.ok ? 'ok' : answer.error.code))).toEqual(
      refusals.map(() => 'not_permitted'),
    );
  });

  it('takes no session, and its stream ends with the line', async () => {
    const { cache } = await open();
    const line = openGuidedLine(
      {
        account: () => null,
        books: cache.guided,
        hints: createGuidedHints(),
        onChanged: () => undefined,
        now: () => new Date(0),
        newId: () => id(1),
      },
      { accountId: accountId(7), portalId: 'cca' },
    );
    expect(await line.adopt(session())).toMatchObject({ ok: false });
    expect(await line.connector.account()).toMatchObject({ error: { code: 'not_found' } });
    const ended = line.connector.listen(() => undefined, new AbortController().signal);
    await line.close();
    expect(await ended).toMatchObject({ ok: true });
    await settle();
  });
});
