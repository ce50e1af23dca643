import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { readLinkedAccounts } from '../../../../src-portal/features/linked-accounts/read-linked-accounts.ts';
import { setPreferences } from '../../../../src-portal/features/linked-accounts/set-preferences.ts';
import { countTraces } from '../count-traces.ts';
import { createPeople, type Member, type People } from '../people-fixture.ts';
import { openTestDatabase } from '../../test-database.ts';

let opened: OpenDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

/** Somebody with three organizations; the first is revoked where it is asked for. */
async function someone(first: 'active' | 'revoked' = 'active') {
  const people = await createPeople(opened);
  const members = [await people.addMember({ status: first })];
  for (let count = 0; count < 2; count += 1) {
    people.context.chance.advance(1000);
    const organizationId = await people.addOrganization();
    members.push(await people.addMember({ organizationId, accountId: (members[0] as Member).accountId }));
  }
  const [one, two, three] = members as [Member, Member, Member];
  return { people, one, two, three };
}

const set = (people: People, member: Member, id: string, nickname: string | null, isDefault: boolean) =>
  setPreferences(people.context, {
    params: { portalId: member.caller.portalId, linkedAccountId: id },
    query: {},
    body: { nickname, isDefault },
    caller: member.caller,
    address: '::1',
  });

const shown = async (people: People, { accountId }: Member) =>
  (await readLinkedAccounts(opened.database, people.context, accountId)).map(
    ({ id, nickname, isDefault }) => `${id}${isDefault ? ' default' : ''}${nickname === null ? '' : ` ${nickname}`}`,
  );

describe('D9: nickname and default', () => {
  it('the first linked account is the default one until another is chosen', async () => {
    const { people, one, two, three } = await someone();
    expect(await shown(people, one)).toEqual([`${one.userId} default`, two.userId, three.userId]);
    expect(await set(people, one, two.userId, 'Downtown', true)).toMatchObject({ ok: true });
    expect(await shown(people, one)).toEqual([one.userId, `${two.userId} default Downtown`, three.userId]);
    const answer = await set(people, one, three.userId, null, true);
    expect(answer.ok && answer.value.linkedAccounts.map(({ isDefault }) => isDefault)).toEqual([false, false, true]);
    // no longer the default, and no other chosen: the first again
    await set(people, one, three.userId, null, false);
    expect(await shown(people, one)).toEqual([`${one.userId} default`, `${two.userId} Downtown`, three.userId]);
  });

  it('one that cannot be used is not the default without having been chosen', async () => {
    const { people, one, two, three } = await someone('revoked');
    expect(await shown(people, one)).toEqual([one.userId, `${two.userId} default`, three.userId]);
  });

  it('of choices at once, one stays', async () => {
    const { people, one, two, three } = await someone();
    await Promise.all([two, three, one, two, three].map(({ userId }) => set(people, one, userId, null, true)));
    const defaults = (await shown(people, one)).filter((each) => each.endsWith('default'));
    expect(defaults).toHaveLength(1);
  });

  it('is nobody else’s to change, and nothing that the organization sees', async () => {
    const { people, one } = await someone();
    const other = await people.addAdministrator();
    expect(await set(people, other, one.userId, 'Mine', true)).toEqual({ ok: false, error: { code: 'not_found' } });
    const before = await countTraces(people);
    await set(people, one, one.userId, 'Ours', true);
    expect(await countTraces(people)).toEqual(before);
    const { version } = await opened.database
      .selectFrom('membership')
      .select('version')
      .where('id', '=', one.userId)
      .executeTakeFirstOrThrow();
    expect(version).toBe(1);
  });
});
