import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessRequestSchema } from '../../../../src-shared/domain/access-request.ts';
import { userSchema } from '../../../../src-shared/domain/user.ts';
import { cca } from '../../../../src-shared/portals/cca.ts';
import { reneeOkonkwo } from '../../../../src-portal/seeds/demo-accounts.ts';
import { harborviewFamilyMedicine, lakesideWomensHealth } from '../../../../src-portal/seeds/demo-directory.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { seededService, type SeededService } from '../../seeded-service.ts';
import { openTestDatabase } from '../../test-database.ts';
import { newcomersOf, registrationAnswers, type Newcomers } from '../newcomers.ts';

let opened: OpenDatabase;
let service: SeededService;
let newcomers: Newcomers;

beforeAll(async () => {
  opened = await openTestDatabase();
});
beforeEach(async () => {
  service = await seededService({ kind: 'demo' }, opened);
  newcomers = newcomersOf(service);
});
afterAll(() => opened.close());

const noor = 'noor.haddad@example.com';
const other = 'bich.tran@example.com';

const rows = (table: 'membership' | 'change' | 'audit' | 'access_request') =>
  service.context.database.selectFrom(table).selectAll().execute();
const feedOf = async (organizationId: string) =>
  service.context.database
    .selectFrom('change')
    .select(['position', 'kind', 'op', 'entity'])
    .where('organization_id', '=', organizationId)
    .orderBy('position')
    .execute();

describe('the first at an organization', () => {
  it('becomes its administrator with every permission of the portal', async () => {
    await newcomers.register(registrationAnswers(harborviewFamilyMedicine));
    await newcomers.confirm(noor);
    const [linked] = await newcomers.linked(noor);
    expect(linked).toMatchObject({
      organization: { name: 'Harborview Family Medicine', taxIdLastFour: '2657' },
      role: 'administrator',
      permissions: cca.permissions,
      status: 'active',
      version: 1,
      administrators: [],
    });
  });

  it('is told to the feed, the audit and the person’s devices', async () => {
    await newcomers.register(registrationAnswers(harborviewFamilyMedicine));
    service.hints.length = 0;
    await newcomers.confirm(noor);
    const [linked] = await newcomers.linked(noor);
    const organizationId = linked?.organization.id ?? '';
    const feed = await feedOf(organizationId);
    expect(feed).toEqual([expect.objectContaining({ position: 1, kind: 'user', op: 'put' })]);
    expect(userSchema.parse(feed[0]?.entity)).toMatchObject({
      id: linked?.id,
      email: noor,
      status: 'active',
      changedBy: null,
    });
    expect(await rows('audit')).toEqual([
      expect.objectContaining({
        action: 'become-first-administrator',
        actor: 'Noor Haddad',
        organization_id: organizationId,
      }),
    ]);
    expect(service.hints).toEqual([
      { hint: { about: 'organization', organizationId, position: 1 } },
      { accountIds: [expect.any(String) as string], hint: { about: 'linked-accounts' } },
    ]);
  });

  it('is one of two who confirm at the same moment; the other asks', async () => {
    for (const email of [noor, other])
      await newcomers.register(registrationAnswers(harborviewFamilyMedicine, { email }));
    await Promise.all([newcomers.confirm(noor), newcomers.confirm(other)]);
    const linked = [...(await newcomers.linked(noor)), ...(await newcomers.linked(other))];
    expect(linked.map(({ status }) => status).toSorted()).toEqual(['active', 'awaiting-administrator']);
    const waiting = linked.find(({ status }) => status === 'awaiting-administrator');
    expect(waiting?.administrators).toHaveLength(1);
    const feed = await feedOf(waiting?.organization.id ?? '');
    expect(feed.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(feed.map(({ kind }) => kind)).toEqual(['user', 'user', 'access-request']);
  });
});

describe('C6: where an administrator exists', () => {
  beforeEach(async () => {
    await newcomers.register(registrationAnswers(lakesideWomensHealth, { zip: '01702' }));
    service.chance.advance(5 * 60_000);
    await newcomers.confirm(noor);
  });

  it('the newcomer is pending, may do nothing, and learns whom to ask', async () => {
    expect(await newcomers.linked(noor)).toEqual([
      expect.objectContaining({
        status: 'awaiting-administrator',
        role: 'user',
        permissions: [],
        administrators: ['Renée Okonkwo'],
      }),
    ]);
  });

  it('the administrator gets the request with its evidence', async () => {
    const [linked] = await newcomers.linked(noor);
    const feed = await feedOf(linked?.organization.id ?? '');
    expect(feed.map(({ kind }) => kind)).toEqual(['user', 'access-request']);
    expect(accessRequestSchema.parse(feed[1]?.entity)).toMatchObject({
      userId: linked?.id,
      email: noor,
      phone: '4135550123',
      status: 'pending',
      evidence: {
        emailVerifiedAt: '2026-03-02T15:05:00.000Z',
        matchedOn: ['Group Name', 'Tax ID', 'CCA Provider ID/Billing Number', 'Practice ZIP code'],
        otherOrganizations: 0,
        accountCreatedAt: '2026-03-02T15:00:00.000Z',
      },
    });
    expect(await rows('audit')).toEqual([expect.objectContaining({ action: 'request-access', actor: 'Noor Haddad' })]);
  });

  it('the administrator gets an email, and nobody else', async () => {
    const [, ...emails] = await service.emails();
    expect(emails).toEqual([expect.objectContaining({ to: reneeOkonkwo.email })]);
    expect(emails[0]?.letter).toMatchObject({
      firstName: 'Renée',
      subject: 'Noor Haddad requests access to Lakeside Women’s Health',
    });
  });

  it('confirming again changes nothing', async () => {
    const before = [await rows('membership'), await rows('change'), await rows('access_request')];
    await newcomers.confirm(noor);
    expect([await rows('membership'), await rows('change'), await rows('access_request')]).toEqual(before);
  });
});

describe('somebody who was admitted meanwhile', () => {
  it('stays what they are, and the registration is over', async () => {
    await newcomers.register(registrationAnswers(lakesideWomensHealth));
    const { database, chance } = service.context;
    const association = await database.selectFrom('association').selectAll().executeTakeFirstOrThrow();
    await database
      .insertInto('membership')
      .values({
        id: chance.newId(),
        organization_id: String(association.organization_id),
        account_id: association.account_id,
        role: 'user',
        permissions: ['eligibility'],
        status: 'active',
        status_reason: null,
        created_at: chance.now(),
        changed_at: chance.now(),
        changed_by: 'Renée Okonkwo',
      })
      .execute();
    await newcomers.confirm(noor);
    expect(await newcomers.linked(noor)).toEqual([
      expect.objectContaining({ status: 'active', permissions: ['eligibility'] }),
    ]);
    const after = await database.selectFrom('association').select('completed_at').executeTakeFirstOrThrow();
    expect(after.completed_at).not.toBeNull();
  });
});
