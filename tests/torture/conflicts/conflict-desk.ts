import type { FastifyInstance } from 'fastify';
import type { Cache } from '../../../src-main/cache/cache.ts';
import type { Connector } from '../../../src-main/connectors/connector.ts';
import { openServiceLine } from '../../../src-main/connectors/service/open-service-line.ts';
import { pullOrganization } from '../../../src-main/sync/pull.ts';
import { pushOrganization } from '../../../src-main/sync/push.ts';
import type { Intent } from '../../../src-shared/domain/command.ts';
import type { DeskError } from '../../../src-shared/errors.ts';
import type { OutboxItem } from '../../../src-shared/ipc/people.ts';
import type { Session } from '../../../src-shared/portal-api/identity.ts';
import { ok } from '../../../src-shared/result.ts';
import type { FakeChance } from '../../src-portal/fake-chance.ts';
import { realSchedule } from '../../src-main/support/http-stand-in.ts';
import { portalUrl, temporaryCache } from '../../src-main/support/temporary-cache.ts';

/** How a decision ended: `refused` with what stands under Needs attention, or with the error of not even being kept. */
export type Ending =
  | { readonly status: 'applied' }
  | { readonly status: 'refused'; readonly error: DeskError; readonly item: OutboxItem | null };

/** An administrator's real desktop data layer, whose network is this process. */
export interface ConflictDesk {
  readonly cache: Cache;
  readonly connector: Connector;
  readonly accountId: string;
  /** Keeps the decision in the outbox and answers its id; the error when it cannot be decided here. */
  decide(intent: Intent): string | DeskError;
  push(): Promise<void>;
  pull(): Promise<void>;
  /** What became of a decision, once pushed and pulled. Throws for one that still waits. */
  endingOf(decided: string | DeskError): Ending;
}

export async function openConflictDesk(
  app: FastifyInstance,
  chance: FakeChance,
  session: Session,
  organizationId: string,
): Promise<ConflictDesk> {
  const cache = temporaryCache();
  const { account } = session;
  const { connector } = await openLine(app, session);
  const linked = await connector.linkedAccounts();
  if (!linked.ok) throw new Error(linked.error.code);
  cache.accounts.save(account, portalUrl);
  cache.accounts.setState(account.id, 'signed-in');
  cache.accounts.saveLinkedAccounts(account.id, linked.value);
  const always = { stopped: () => false, interrupted: () => false, onRows: () => undefined };

  return {
    cache,
    connector,
    accountId: account.id,
    decide(intent) {
      const id = chance.newId();
      const decidedAt = chance.now().toISOString();
      const kept = cache.outbox.enqueue(account.id, organizationId, [{ id, organizationId, decidedAt, intent }]);
      return kept.ok ? id : kept.error;
    },
    async push() {
      const { outbox } = cache;
      const rest = { stopped: always.stopped, onChanged: () => undefined };
      const pushed = await pushOrganization({ outbox, connector, accountId: account.id, organizationId, ...rest });
      if (!pushed.ok) throw new Error(pushed.error.code);
    },
    async pull() {
      const rest = { yieldNow: () => Promise.resolve(), onProgress: () => undefined, now: () => chance.now() };
      const pulled = await pullOrganization({ feed: cache.feed, connector, organizationId, ...always, ...rest });
      if (!pulled.ok) throw new Error(pulled.error.code);
    },
    endingOf(decided) {
      if (typeof decided !== 'string') return { status: 'refused', error: decided, item: null };
      const item = cache.outbox.ofAccount(account.id).find(({ id }) => id === decided);
      if (item === undefined) return { status: 'applied' };
      if (item.error === null) throw new Error(`${item.kind} is still ${item.state}`);
      return { status: 'refused', error: item.error, item };
    },
  };
}

async function openLine(app: FastifyInstance, session: Session) {
  const { id: accountId, portalId } = session.account;
  let refreshToken: string | null = null;
  const line = openServiceLine(
    {
      schedule: realSchedule,
      async fetch(url, init) {
        const reply = await app.inject({
          method: init.method === 'POST' ? 'POST' : 'GET',
          url: url.slice(portalUrl.length),
          headers: Object.fromEntries(new Headers(init.headers)),
          ...(typeof init.body === 'string' && { payload: init.body }),
        });
        return new Response(reply.body, { status: reply.statusCode, headers: { 'content-type': 'application/json' } });
      },
    },
    {
      portalId,
      accountId,
      portalUrl,
      tokens: {
        get: () => Promise.resolve(ok(refreshToken)),
        set: (token) => Promise.resolve(ok(undefined)).finally(() => (refreshToken = token)),
        delete: () => Promise.resolve(ok(undefined)),
      },
      onEnded: () => undefined,
    },
  );
  await line.adopt(session);
  return line;
}
