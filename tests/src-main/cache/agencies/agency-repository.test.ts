import { describe, expect, it } from 'vitest';
import type { BillingAgency, ListedAgency } from '../../../../src-shared/domain/billing-agency.ts';
import type { Command, Intent } from '../../../../src-shared/domain/command.ts';
import type { Cache } from '../../../../src-main/cache/cache.ts';
import { account, idOf, moment, organization, organizationId, linkedAccount, testId, user } from '../records.ts';
import { cacheFileIn, load, opened, temporaryCache, temporaryFolder } from '../temporary-cache.ts';

const placeId = (n: number): string => testId(20, n);
const agencyId = (n: number): string => testId(21, n);
const accountId = account(1).id;

const agency = (n: number, change: Partial<BillingAgency> = {}): BillingAgency => ({
  id: placeId(n),
  organizationId,
  version: 1,
  agencyId: agencyId(n),
  name: `Agency ${n}`,
  city: 'Lynn',
  state: 'MA',
  status: 'active',
  activeSince: moment(n),
  reason: null,
  changedBy: null,
  changedAt: moment(n),
  ...change,
});
const record = (n: number, change: Partial<BillingAgency> = {}) =>
  ({ kind: 'billing-agency', entity: agency(n, change) }) as const;
const listed = (n: number): ListedAgency => ({
  id: agencyId(n),
  name: `Agency ${n}`,
  city: 'Lynn',
  state: 'MA',
  isRegistered: true,
});

const adding = (n: number): Intent => ({
  kind: 'add-billing-agency',
  subjectId: placeId(n),
  payload: { agencyId: agencyId(n) },
});
const denying = (n: number): Intent => ({
  kind: 'deny-billing-agency',
  subjectId: placeId(n),
  payload: { reason: null },
});

const command = (n: number, intent: Intent): Omit<Command, 'baseVersion'> => ({
  id: idOf('command', n),
  organizationId,
  decidedAt: moment(100 + n),
  intent,
});

/** A cache with the account that the organization belongs to. */
function signedIn(cache: Cache = temporaryCache().cache): Cache {
  cache.accounts.save(account(1), 'https://portal.example');
  cache.accounts.saveLinkedAccounts(accountId, [linkedAccount(1, organization(1))]);
  return cache;
}
const decide = (cache: Cache, ...intents: Intent[]) =>
  cache.outbox.enqueue(
    accountId,
    organizationId,
    intents.map((intent, place) => command(cache.outbox.list(organizationId).length + place, intent)),
  );
const page = (cache: Cache, limit = 50) => cache.agencies.page({ organizationId, limit });
const shown = (cache: Cache) =>
  page(cache).rows.map(({ name, version, status, pending }) =>
    `${name} v${version} ${status} ${pending.map(({ kind }) => kind).join()}`.trim(),
  );
const baseVersions = (cache: Cache) =>
  cache.outbox.list(organizationId).map(({ id }) => cache.outbox.find(id)?.command.baseVersion);

describe('D10: billing agencies in the cache', () => {
  it('are shown by name, as the feed said them last', () => {
    const cache = signedIn();
    load(cache, [record(3, { name: 'Éclair Billing' }), record(1, { name: 'zeta' }), record(2, { name: 'Alpha' })], 4);
    expect(shown(cache)).toEqual(['Alpha v1 active', 'Éclair Billing v1 active', 'zeta v1 active']);
    cache.feed.applyChanges(organizationId, [
      { position: 5, change: { op: 'put', record: record(2, { name: 'Alpha', version: 3, status: 'denied' }) } },
      { position: 6, change: { op: 'put', record: record(2, { name: 'Old', version: 2 }) } },
      { position: 7, change: { op: 'delete', kind: 'billing-agency', id: placeId(1) } },
    ]);
    expect(shown(cache)).toEqual(['Alpha v3 denied', 'Éclair Billing v1 active']);
  });

  it('a fresh load leaves none that it did not bring, people and agencies apart', () => {
    const cache = signedIn();
    load(cache, [record(1), record(2), { kind: 'user', entity: user(1) }]);
    cache.feed.restart(organizationId);
    load(cache, [record(2), { kind: 'user', entity: user(1) }]);
    expect(shown(cache)).toEqual(['Agency 2 v1 active']);
    cache.feed.restart(organizationId);
    load(cache, [record(2)]);
    expect(shown(cache)).toEqual(['Agency 2 v1 active']);
    expect(cache.people.userCounts(organizationId).users).toBe(0);
  });

  it('stand once, however often the same was decided again', () => {
    const cache = signedIn();
    load(cache, []);
    cache.agencies.keepListed(accountId, [listed(7)]);
    decide(cache, adding(7));
    const [first] = cache.outbox.list(organizationId);
    cache.outbox.markRefused(first?.id ?? '', { code: 'internal' });
    decide(cache, adding(7));
    expect(shown(cache)).toEqual(['Agency 7 v0 pending add-billing-agency,add-billing-agency']);
    expect(page(cache).total).toBe(1);
  });

  it('come in as many as are asked for, with how many there are and since when', () => {
    const cache = signedIn();
    load(
      cache,
      [1, 2, 3, 4, 5].map((n) => record(n)),
    );
    cache.feed.markSynced(organizationId, moment(9));
    expect(page(cache, 2).rows.map(({ name }) => name)).toEqual(['Agency 1', 'Agency 2']);
    expect(page(cache, 2)).toMatchObject({ total: 5, asOf: moment(9) });
    expect(cache.agencies.page({ organizationId: idOf('organization', 9), limit: 5 })).toEqual({
      rows: [],
      total: 0,
      asOf: null,
    });
  });
});

describe('D10: decisions about billing agencies', () => {
  it('an agency that a search has shown is added at once, pending and of version 0 until the portal tells of it', () => {
    const cache = signedIn();
    load(cache, [record(1)], 1);
    cache.agencies.keepListed(accountId, [listed(2)]);
    expect(decide(cache, adding(2)).ok).toBe(true);
    expect(shown(cache)).toEqual(['Agency 2 v0 pending add-billing-agency', 'Agency 1 v1 active']);
    expect(page(cache)).toMatchObject({ total: 2 });
    expect(cache.outbox.list(organizationId)[0]?.subjectName).toBe('Agency 2');
    const id = idOf('command', 0);
    cache.outbox.markSending(id);
    cache.outbox.markApplied(id, 2);
    cache.feed.applyChanges(organizationId, [{ position: 2, change: { op: 'put', record: record(2) } }]);
    expect(shown(cache)).toEqual(['Agency 1 v1 active', 'Agency 2 v1 active']);
  });

  it('one that nobody has looked up is not known', () => {
    const cache = signedIn();
    expect(decide(cache, adding(2))).toEqual({ ok: false, error: { code: 'not_found' } });
    expect(decide(cache, denying(2))).toEqual({ ok: false, error: { code: 'not_found' } });
  });

  it('carry the version that the one before would have left', () => {
    const cache = signedIn();
    load(cache, [record(1, { version: 4 })]);
    cache.agencies.keepListed(accountId, [listed(2)]);
    expect(decide(cache, denying(1), adding(1), adding(2), denying(2)).ok).toBe(true);
    expect(baseVersions(cache)).toEqual([4, 5, 0, 1]);
    expect(shown(cache)).toEqual([
      'Agency 2 v0 pending add-billing-agency,deny-billing-agency',
      'Agency 1 v4 active deny-billing-agency,add-billing-agency',
    ]);
  });

  it('a new agency that is taken back takes along what was decided about it, a denial does not', () => {
    const cache = signedIn();
    load(cache, [record(1, { version: 4 })]);
    cache.agencies.keepListed(accountId, [listed(2)]);
    decide(cache, denying(1), adding(1), adding(2), denying(2));
    expect(cache.outbox.undo(idOf('command', 2)).ok).toBe(true);
    expect(baseVersions(cache)).toEqual([4, 5]);
    expect(cache.outbox.undo(idOf('command', 0)).ok).toBe(true);
    expect(baseVersions(cache)).toEqual([4]);
  });

  it('outlive a restart of the app; a refusal stays to be seen', () => {
    const file = cacheFileIn(temporaryFolder());
    const before = signedIn(opened(file));
    before.agencies.keepListed(accountId, [listed(2)]);
    decide(before, adding(2), denying(2));
    before.outbox.markRefused(idOf('command', 0), { code: 'already_added' });
    before.close();
    const cache = opened(file);
    try {
      expect(page(cache).rows.map(({ pending }) => pending.map(({ state, error }) => [state, error?.code]))).toEqual([
        [
          ['refused', 'already_added'],
          ['refused', 'earlier_refused'],
        ],
      ]);
    } finally {
      cache.close();
    }
  });

  it('go with the account, and so does what was looked up', () => {
    const cache = signedIn();
    load(cache, [record(1)]);
    cache.agencies.keepListed(accountId, [listed(2)]);
    cache.accounts.remove(accountId);
    expect(page(cache)).toEqual({ rows: [], total: 0, asOf: null });
    signedIn(cache);
    expect(decide(cache, adding(2))).toEqual({ ok: false, error: { code: 'not_found' } });
  });
});
