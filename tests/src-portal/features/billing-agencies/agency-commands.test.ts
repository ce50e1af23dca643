import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Intent } from '../../../../src-shared/domain/command.ts';
import { cca } from '../../../../src-shared/portals/cca.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { createAgencies } from '../agencies-fixture.ts';
import { countTraces } from '../count-traces.ts';
import { createPeople } from '../people-fixture.ts';
import { openTestDatabase } from '../../test-database.ts';

let opened: OpenDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

const adding = (subjectId: string, agencyId: string): Intent => ({
  kind: 'add-billing-agency',
  subjectId,
  payload: { agencyId },
});
const denying = (subjectId: string, reason: string | null = null): Intent => ({
  kind: 'deny-billing-agency',
  subjectId,
  payload: { reason },
});

describe('D10: Add billing agency', () => {
  it('makes one that has registered active at once, and tells it in feed and audit', async () => {
    const agencies = await createAgencies(opened);
    const administrator = await agencies.addAdministrator();
    const agencyId = await agencies.listAgency('Summit Medical Billing');
    const id = agencies.context.chance.newId();
    const outcome = await agencies.outcomeOf(administrator, adding(id, agencyId), 0);
    expect(outcome).toMatchObject({ status: 'applied', version: 1, position: 1 });
    const place = await agencies.placeOf(id);
    expect(place).toMatchObject({
      name: 'Summit Medical Billing',
      city: 'Worcester',
      state: 'MA',
      status: 'active',
      activeSince: place.changedAt,
      changedBy: administrator.caller.name,
      version: 1,
    });
    const [change] = await opened.database
      .selectFrom('change')
      .select(['kind', 'op', 'entity'])
      .where('organization_id', '=', agencies.organizationId)
      .execute();
    expect(change).toEqual({ kind: 'billing-agency', op: 'put', entity: place });
    const [audit] = await opened.database
      .selectFrom('audit')
      .select(['action', 'subject_kind', 'before', 'after'])
      .where('organization_id', '=', agencies.organizationId)
      .execute();
    expect(audit).toEqual({ action: 'add-billing-agency', subject_kind: 'billing-agency', before: null, after: place });
  });

  it('leaves one pending that nobody has registered for', async () => {
    const agencies = await createAgencies(opened);
    const administrator = await agencies.addAdministrator();
    const id = agencies.context.chance.newId();
    const agencyId = await agencies.listAgency('Mystic Medical Billing', { isRegistered: false });
    expect(await agencies.outcomeOf(administrator, adding(id, agencyId), 0)).toMatchObject({ status: 'applied' });
    expect(await agencies.placeOf(id)).toMatchObject({ status: 'pending', activeSince: null });
  });

  it('takes back a denial, under the same id and one version further', async () => {
    const agencies = await createAgencies(opened);
    const administrator = await agencies.addAdministrator();
    const agencyId = await agencies.listAgency('Harbor Light Billing');
    const id = await agencies.addPlace(agencyId);
    await agencies.outcomeOf(administrator, denying(id, 'Contract ended'), 1);
    expect(await agencies.placeOf(id)).toMatchObject({ status: 'denied', reason: 'Contract ended', activeSince: null });
    agencies.context.chance.advance(60_000);
    expect(await agencies.outcomeOf(administrator, adding(id, agencyId), 2)).toMatchObject({ version: 3 });
    const place = await agencies.placeOf(id);
    expect(place).toMatchObject({ status: 'active', reason: null, version: 3 });
    expect(place.activeSince).toBe(agencies.context.chance.now().toISOString());
  });

  it.each(['pending', 'active', 'denied'] as const)(
    'gives no agency a second place beside a %s one',
    async (status) => {
      const agencies = await createAgencies(opened);
      const administrator = await agencies.addAdministrator();
      const agencyId = await agencies.listAgency('Wachusett Billing');
      await agencies.addPlace(agencyId, status);
      const before = await countTraces(agencies);
      const outcome = await agencies.outcomeOf(administrator, adding(agencies.context.chance.newId(), agencyId), 0);
      expect(outcome).toMatchObject({ error: { code: 'already_added', currentStatus: status, changedBy: null } });
      expect(await countTraces(agencies)).toEqual({ ...before, command: before.command + 1 });
    },
  );

  it('does not mistake places: of another organization, of another agency, of a version that is past', async () => {
    const agencies = await createAgencies(opened);
    const administrator = await agencies.addAdministrator();
    const [one, other] = [await agencies.listAgency('One Billing'), await agencies.listAgency('Other Billing')];
    const elsewhere = await agencies.addPlace(one, 'denied', await agencies.addOrganization());
    const here = await agencies.addPlace(one, 'denied');
    const codeOf = async (intent: Intent, version: number) => {
      const outcome = await agencies.outcomeOf(administrator, intent, version);
      return outcome.status === 'applied' ? 'applied' : outcome.error.code;
    };
    expect(await codeOf(adding(elsewhere, one), 1)).toBe('invalid_input');
    expect(await codeOf(adding(here, other), 1)).toBe('invalid_input');
    expect(await codeOf(adding(here, one), 2)).toBe('version_conflict');
    expect(await codeOf(adding(agencies.context.chance.newId(), other), 3)).toBe('not_found');
    expect(await codeOf(denying(elsewhere), 1)).toBe('not_found');
    expect(await codeOf(denying(here), 2)).toBe('version_conflict');
    expect(await codeOf(adding(here, agencies.context.chance.newId()), 1)).toBe('not_found');
  });

  it('is of portals that have billing agencies, and of their own directories', async () => {
    const people = await createPeople(opened);
    const administrator = await people.addAdministrator();
    const agencies = await createAgencies(opened);
    const agencyId = await agencies.listAgency('Of CCA', { portalId: cca.id });
    const outcome = await people.outcomeOf(administrator, adding(people.context.chance.newId(), agencyId), 0);
    expect(outcome).toMatchObject({ error: { code: 'not_found' } });
    const there = await agencies.addAdministrator();
    expect(await agencies.outcomeOf(there, adding(agencies.context.chance.newId(), agencyId), 0)).toMatchObject({
      error: { code: 'not_found' },
    });
  });

  it('happens once however often it is sent', async () => {
    const agencies = await createAgencies(opened);
    const administrator = await agencies.addAdministrator();
    const agencyId = await agencies.listAgency('Twice Billing');
    const intent = adding(agencies.context.chance.newId(), agencyId);
    const outcomes = await Promise.all([1, 2, 3].map(() => agencies.submit(administrator, intent, 0)));
    // three commands about one new place: one makes it, the others meet it
    expect(outcomes.filter((each) => each.ok && each.value.status === 'applied')).toHaveLength(1);
    expect((await countTraces(agencies)).change).toBe(1);
  });
});
