import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src-shared/domain/command.ts';
import type { Hint } from '../../../src-shared/portal-api/changes.ts';
import type { Connector } from '../../../src-main/connectors/connector.ts';
import { id, moment } from '../support/fixtures.ts';

/** A connector with one organization that has at least three people, and what a portal of its kind does besides. */
export interface ConnectorCase {
  readonly connector: Connector;
  readonly accountId: string;
  readonly organizationId: string;
  /** A user whom a command can revoke. */
  readonly userId: string;
  /** Changes somebody, as the portal does, and tells the account. */
  change(): void | Promise<void>;
  /** Has the command carried out, so that its outcome is known when it is submitted. */
  carryOut(command: Command): Command;
}

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
      const { connector, organizationId, userId, carryOut } = await open();
      const command = carryOut({
        id: id(70_001),
        organizationId,
        baseVersion: 1,
        decidedAt: moment,
        intent: { kind: 'revoke-user', subjectId: userId, payload: { reason: null } },
      });
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
      await new Promise((resolve) => setImmediate(resolve));
      expect(hints).toContainEqual(expect.objectContaining({ about: 'organization', organizationId }));
      stop.abort();
      expect(await ended).toMatchObject({ ok: true });
    });

    it('knows nothing of other organizations', async () => {
      const { connector } = await open();
      expect(await connector.changes(id(42_424_242), 0, 10)).toMatchObject({ ok: false });
      expect(await connector.snapshot(id(42_424_242), null, 10)).toMatchObject({ ok: false });
    });
  });
}
