import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { linkedAccountSchema } from '../../../../src-shared/domain/organization.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import type { Caller } from '../../../../src-portal/handler.ts';
import { reneeOkonkwo } from '../../../../src-portal/seeds/demo-accounts.ts';
import { tremontClaims } from '../../../../src-portal/seeds/provider-central-claims.ts';
import {
  charlesgateInternalMedicine,
  tremontFamilyHealth,
} from '../../../../src-portal/seeds/provider-central-directory.ts';
import { seededService, type SeededService } from '../../seeded-service.ts';
import { openTestDatabase } from '../../test-database.ts';
import { associationsOf, claimsAnswers, numbersOf, type Associations } from '../associations.ts';

let opened: OpenDatabase;
let service: SeededService;
let associations: Associations;
let noor: Caller;

beforeAll(async () => {
  opened = await openTestDatabase();
});
beforeEach(async () => {
  service = await seededService({ kind: 'demo' }, opened);
  associations = associationsOf(service);
  noor = await associations.addCaller();
});
afterAll(() => opened.close());

const charlesgate = numbersOf(charlesgateInternalMedicine);
const tremont = numbersOf(tremontFamilyHealth);
const noMatch = {
  ok: false,
  error: {
    code: 'no_match',
    fields: [
      { path: 'organizationNumber', code: 'no_match' },
      { path: 'taxId', code: 'no_match' },
    ],
  },
};

describe('finding an organization (D5)', () => {
  it('D6: names the administrators and opens the way to them alone, where somebody is associated', async () => {
    expect(await associations.find(noor, charlesgate)).toEqual({
      ok: true,
      value: {
        organizationName: 'Charlesgate Internal Medicine',
        providerId: 'M40127',
        hasAdministrator: true,
        routes: ['administrator'],
        administrators: ['Renée Okonkwo'],
      },
    });
  });

  it('D7, D8: opens the first one’s ways where nobody is', async () => {
    expect(await associations.find(noor, tremont)).toMatchObject({
      ok: true,
      value: { hasAdministrator: false, routes: ['claims', 'mailed-pin'], administrators: [] },
    });
  });

  it('takes the NPI as well as the provider number', async () => {
    const byNpi = { ...charlesgate, organizationNumber: charlesgateInternalMedicine.npi };
    expect(await associations.find(noor, byNpi)).toMatchObject({ ok: true, value: { providerId: 'M40127' } });
  });

  it.each([
    ['another tax ID', { ...charlesgate, taxId: '042958173' }],
    ['a number that nobody has', { ...charlesgate, organizationNumber: 'M99999' }],
    ['another organization’s number', { ...tremont, taxId: charlesgate.taxId }],
  ])('D6: tells nothing but that nothing matches to %s', async (_what, answers) => {
    expect(await associations.find(noor, answers)).toEqual(noMatch);
  });

  it('counts the attempts for one organization', async () => {
    for (let attempt = 0; attempt < 20; attempt += 1) await associations.find(noor, { ...tremont, taxId: '042345678' });
    expect(await associations.find(noor, tremont)).toMatchObject({ ok: false, error: { code: 'rate_limited' } });
  });

  it('is of the portal that the caller is signed in to', async () => {
    expect(await associations.find({ ...noor, portalId: 'cca' }, tremont)).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
  });

  it('tells of no ways at a portal that asks for no proof', async () => {
    const caller = { ...noor, portalId: 'cca' };
    const found = await associations.handlers.findOrganization({
      params: { portalId: 'cca' },
      query: {},
      caller,
      address: '203.0.113.9',
      body: {
        answers: {
          providerType: 'group',
          groupName: 'Harborview Family Medicine',
          taxId: '04-3182657',
          providerId: 'G204417',
          zip: '02169',
        },
      },
    });
    expect(found).toEqual({
      ok: true,
      value: { organizationName: 'Harborview Family Medicine', providerId: 'G204417', hasAdministrator: false },
    });
  });
});

describe('a way that is not open', () => {
  it.each([
    ['administrator', tremont, {}],
    ['claims', charlesgate, claimsAnswers(tremontClaims[0], tremontClaims[1])],
    ['mailed-pin', charlesgate, {}],
  ] as const)('D6-D8: %s is refused at its field', async (associationRoute, numbers, more) => {
    expect(await associations.link(noor, { ...numbers, ...more, associationRoute })).toEqual({
      ok: false,
      error: { code: 'no_match', fields: [{ path: 'associationRoute', code: 'not_an_option' }] },
    });
    expect(await associations.linked(noor)).toEqual([]);
  });

  it('is closed by somebody who came first meanwhile', async () => {
    const answers = { ...tremont, ...claimsAnswers(tremontClaims[0], tremontClaims[1]), associationRoute: 'claims' };
    expect(await associations.link(await associations.addCaller('Ada', 'First'), answers)).toMatchObject({ ok: true });
    expect(await associations.link(noor, answers)).toMatchObject({ ok: false, error: { code: 'no_match' } });
  });
});

describe('asking an administrator (D6)', () => {
  const ask = { ...charlesgate, associationRoute: 'administrator' };

  it('waits for them, by name, and writes to them and to who asked', async () => {
    const linked = await associations.link(noor, ask);
    expect(linked).toMatchObject({
      ok: true,
      value: { status: 'awaiting-administrator', administrators: ['Renée Okonkwo'], role: 'user' },
    });
    if (linked.ok) expect(linkedAccountSchema.parse(linked.value)).toEqual(linked.value);
    expect((await service.emails()).at(-1)?.to).toBe(reneeOkonkwo.email);

    const renee = await associations.callerOf(reneeOkonkwo.email);
    const [{ organization } = { organization: { id: '' } }] = await associations.linked(renee);
    const request = await associations.requestIn(organization.id);
    const approved = await associations.decide(renee, organization.id, {
      kind: 'approve-access-request',
      subjectId: request?.id ?? '',
      payload: { role: 'user', permissions: ['eligibility'] },
    });
    expect(approved.status).toBe('applied');
    expect((await service.emails()).at(-1)).toMatchObject({ to: noor.email });
    expect(await associations.linked(noor)).toMatchObject([{ status: 'active' }]);
  });

  it('one account waits there once', async () => {
    await associations.link(noor, ask);
    expect(await associations.link(noor, ask)).toMatchObject({ ok: false, error: { code: 'already_linked' } });
  });

  it('the same submission has its effect once', async () => {
    const id = service.chance.newId();
    const first = await associations.link(noor, ask, id);
    expect(await associations.link(noor, ask, id)).toEqual(first);
    expect(await associations.linked(noor)).toHaveLength(1);
  });
});

describe('waits (D2)', () => {
  const minutes = (count: number) => count * 60_000;
  const first = { ...tremont, ...claimsAnswers(tremontClaims[0], tremontClaims[1]), associationRoute: 'claims' };

  const becomeFirst = async () => {
    const linked = await associations.link(noor, first);
    if (!linked.ok) throw new Error(linked.error.code);
    return linked.value;
  };
  const invite = (organizationId: string) =>
    associations.decide(
      noor,
      organizationId,
      {
        kind: 'invite-user',
        subjectId: service.chance.newId(),
        payload: {
          email: `new-${service.chance.newId()}@example.com`,
          firstName: 'Ina',
          lastName: 'Vited',
          role: 'user',
          permissions: ['eligibility'],
        },
      },
      0,
    );

  it('D2: run from the moment of the association, 15 minutes and 24 hours', async () => {
    const { waits } = await becomeFirst();
    const until = (ms: number) => new Date(service.chance.now().getTime() + ms).toISOString();
    expect(waits).toEqual([
      { id: 'approvals', label: 'Approving new users', until: until(minutes(15)) },
      { id: 'transactions', label: 'Real-time transactions in ConnectCenter', until: until(minutes(15)) },
      { id: 'claims', label: 'Submitting claims with ConnectCenter', until: until(minutes(24 * 60)) },
    ]);
    service.chance.advance(minutes(15));
    expect((await associations.linked(noor))[0]?.waits?.map(({ id }) => id)).toEqual(['claims']);
    service.chance.advance(minutes(24 * 60 - 15));
    expect((await associations.linked(noor))[0]?.waits).toEqual([]);
  });

  it('D2: refuse to invite until they are over, and say for how long', async () => {
    const { organization } = await becomeFirst();
    service.chance.advance(minutes(5));
    expect(await invite(organization.id)).toMatchObject({
      status: 'refused',
      error: { code: 'too_early', retryAfterMs: minutes(10) },
    });
    service.chance.advance(minutes(10) - 1);
    expect(await invite(organization.id)).toMatchObject({ status: 'refused', error: { retryAfterMs: 1 } });
    service.chance.advance(1);
    expect(await invite(organization.id)).toMatchObject({ status: 'applied' });
  });

  it('D2: refuse to approve until they are over; a denial waits for nothing', async () => {
    const { organization } = await becomeFirst();
    const asking = await Promise.all([associations.addCaller('Ben', 'Oak'), associations.addCaller('Cy', 'Elm')]);
    for (const caller of asking) await associations.link(caller, { ...tremont, associationRoute: 'administrator' });
    const decide = async (kind: 'approve-access-request' | 'deny-access-request') => {
      const subjectId = (await associations.requestIn(organization.id))?.id ?? '';
      return associations.decide(
        noor,
        organization.id,
        kind === 'approve-access-request'
          ? { kind, subjectId, payload: { role: 'user', permissions: ['eligibility'] } }
          : { kind, subjectId, payload: { reason: 'Not one of us.' } },
      );
    };
    expect(await decide('approve-access-request')).toMatchObject({ status: 'refused', error: { code: 'too_early' } });
    expect(await decide('deny-access-request')).toMatchObject({ status: 'applied' });
    service.chance.advance(minutes(15));
    expect(await decide('approve-access-request')).toMatchObject({ status: 'applied' });
  });

  it('D2: none run for who was there before', async () => {
    const renee = await associations.callerOf(reneeOkonkwo.email);
    expect((await associations.linked(renee))[0]?.waits).toEqual([]);
  });
});
