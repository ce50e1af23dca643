import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src-shared/domain/command.ts';
import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import type { Hint } from '../../../src-shared/portal-api/changes.ts';
import type { Answers } from '../../../src-shared/portals/answers.ts';
import type { Connector } from '../../../src-main/connectors/connector.ts';
import { id, moment } from '../support/fixtures.ts';

/** A connector with one active organization that has at least three people, and what a portal of its kind does besides. */
export interface ConnectorCase {
  readonly connector: Connector;
  readonly accountId: string;
  readonly organizationId: string;
  /** A user whom a command can revoke. */
  readonly userId: string;
  /** What links the account to an organization that it does not have yet. */
  readonly linkAnswers: Answers;
  /** Changes somebody, as the portal does, and tells the account. */
  change(): void | Promise<void>;
  /** Has the command carried out, so that its outcome is known when it is submitted. */
  carryOut(command: Command): Command;
}

const revocation = ({ organizationId, userId }: ConnectorCase): Command => ({
  id: id(70_001),
  organizationId,
  baseVersion: 1,
  decidedAt: moment,
  intent: { kind: 'revoke-user', subjectId: userId, payload: { reason: null } },
});

/** What the sync relies on, whatever stands behind the interface. */
export function itIsAConnector(kind: string, open: () => Promise<ConnectorCase>): void {
  describe(`${kind} as a connector`, () => {
    it('answers the account and its linked accounts', async () => {
      const { connector, accountId, organizationId } = await open();
      expect(await connector.account()).toMatchObject({ ok: true, value: { id: accountId } });
      const linked = await connector.linkedAccounts();
      expect(linked.ok && linked.value.map(({ organization }) => organization.id)).toEqual([organizationId]);
    });

    it('gives every record once, by pages of any size, and where to follow the feed from', async () => {
      const { connector, organizationId } = await open();
      const seen: string[] = [];
      let position = -1;
      for (let after: string | null = null, page = 0; page < 50; page += 1) {
        const answer = await connector.snapshot(organizationId, after, 2);
        if (!answer.ok) throw new Error(answer.error.code);
        seen.push(...answer.value.records.map(({ kind: of, entity }) => `${of} ${entity.id}`));
        if (page === 0) position = answer.value.position;
        after = answer.value.next;
        if (after === null) break;
      }
      expect(seen.length).toBeGreaterThanOrEqual(3);
      expect(new Set(seen).size).toBe(seen.length);
      expect(await connector.changes(organizationId, position, 10)).toEqual({
        ok: true,
        value: { changes: [], more: false },
      });
    });

    it('tells changes without a gap, a page at a time', async () => {
      const { connector, organizationId, change } = await open();
      const first = await connector.snapshot(organizationId, null, 100);
      const from = first.ok ? first.value.position : -1;
      for (let times = 0; times < 3; times += 1) await change();
      const one = await connector.changes(organizationId, from, 2);
      expect(one.ok && one.value.changes.map(({ position }) => position)).toEqual([from + 1, from + 2]);
      expect(one).toMatchObject({ value: { more: true } });
      const rest = await connector.changes(organizationId, from + 2, 500);
      expect(rest.ok && rest.value.changes[0]?.position).toBe(from + 3);
      expect(rest).toMatchObject({ value: { more: false } });
    });

    it('answers the same command with the same outcome, and its effect is in the feed at that position', async () => {
      const subject = await open();
      const { connector, organizationId, userId } = subject;
      const command = subject.carryOut(revocation(subject));
      const answer = await connector.submit(command);
      expect(answer).toMatchObject({ ok: true, value: { status: 'applied', commandId: command.id } });
      expect(await connector.submit(command)).toEqual(answer);
      const position = answer.ok && answer.value.status === 'applied' ? answer.value.position : 0;
      const told = await connector.changes(organizationId, position - 1, 1);
      expect(told).toMatchObject({
        value: {
          changes: [{ position, change: { op: 'put', record: { entity: { id: userId, status: 'revoked' } } } }],
        },
      });
    });

    it('opens a stream of hints that ends when it is told to', async () => {
      const { connector, organizationId, change } = await open();
      const stop = new AbortController();
      const hints: Hint[] = [];
      let opened = (): void => undefined;
      const isOpen = new Promise<void>((resolve) => (opened = resolve));
      const ended = connector.listen((hint) => hints.push(hint), stop.signal, opened);
      await isOpen;
      await change();
      await expect.poll(() => hints).toContainEqual(expect.objectContaining({ about: 'organization', organizationId }));
      stop.abort();
      expect(await ended).toMatchObject({ ok: true });
    });

    it('asks whoever is beyond the feed’s end to load afresh', async () => {
      const { connector, organizationId } = await open();
      expect(await connector.changes(organizationId, 99_999, 10)).toEqual({
        ok: false,
        error: { code: 'feed_truncated' },
      });
    });

    it('links the account to one more organization, once, with records of its own', async () => {
      const { connector, organizationId, linkAnswers } = await open();
      const linked = await connector.linkAccount(id(70_002), linkAnswers);
      expect(linked).toMatchObject({ ok: true, value: { status: 'active', role: 'administrator', isDefault: false } });
      expect(await connector.linkAccount(id(70_002), linkAnswers)).toEqual(linked);
      expect(await connector.linkAccount(id(70_003), linkAnswers)).toEqual({
        ok: false,
        error: { code: 'already_linked' },
      });
      expect(await connector.linkAccount(id(70_004), {})).toMatchObject({ error: { code: 'invalid_input' } });
      const all = await connector.linkedAccounts();
      const added = linked.ok ? linked.value : null;
      expect(all.ok && all.value.map(({ organization }) => organization.id)).toEqual([
        organizationId,
        added?.organization.id,
      ]);
      const first = await connector.snapshot(added?.organization.id ?? '', null, 10);
      expect(first).toMatchObject({ ok: true, value: { next: null } });
    });

    it('D9: keeps a nickname and one default', async () => {
      const { connector, linkAnswers } = await open();
      await connector.linkAccount(id(70_002), linkAnswers);
      const [one, two] = await shownOf(connector);
      if (one === undefined || two === undefined) throw new Error('There are two');
      expect([one, two]).toMatchObject([
        { nickname: null, isDefault: true },
        { nickname: null, isDefault: false },
      ]);
      const answer = await connector.setLinkedAccountPreferences(two.id, { nickname: 'Harbor', isDefault: true });
      const [first, second] = [
        { id: one.id, nickname: null, isDefault: false, version: one.version },
        { id: two.id, nickname: 'Harbor', isDefault: true, version: two.version },
      ];
      expect(answer).toMatchObject({ ok: true, value: [first, second] });
      expect(await shownOf(connector)).toMatchObject([first, second]);
      await connector.setLinkedAccountPreferences(two.id, { nickname: null, isDefault: false });
      expect(await shownOf(connector)).toEqual([one, two]);
      expect(await connector.setLinkedAccountPreferences(id(5), { nickname: null, isDefault: true })).toEqual({
        ok: false,
        error: { code: 'not_found' },
      });
    });

    it('knows nothing of other organizations', async () => {
      const subject = await open();
      const [{ connector }, elsewhere] = [subject, id(42_424_242)];
      expect(await connector.changes(elsewhere, 0, 10)).toMatchObject({ ok: false });
      expect(await connector.snapshot(elsewhere, null, 10)).toMatchObject({ ok: false });
      expect(await connector.submit({ ...revocation(subject), organizationId: elsewhere })).toMatchObject({
        ok: false,
      });
    });

    it('lets the account go', async () => {
      const { connector } = await open();
      expect(await connector.signOut()).toMatchObject({ ok: true });
    });
  });
}

async function shownOf(connector: Connector): Promise<LinkedAccount[]> {
  const linked = await connector.linkedAccounts();
  if (!linked.ok) throw new Error(linked.error.code);
  return linked.value;
}
