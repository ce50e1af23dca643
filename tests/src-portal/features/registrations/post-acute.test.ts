import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import type { Answers } from '../../../../src-shared/portals/answers.ts';
import { linkedAccountRoutes } from '../../../../src-shared/portal-api/linked-accounts.ts';
import { registrationRoutes } from '../../../../src-shared/portal-api/registration.ts';
import {
  blueHillsHomeCare,
  bayStateHomeHealth,
  postAcuteProviders,
} from '../../../../src-portal/seeds/post-acute-directory.ts';
import { harborviewFamilyMedicine } from '../../../../src-portal/seeds/demo-directory.ts';
import type { SeededProvider } from '../../../../src-portal/seeds/seeded-provider.ts';
import { seedDatabase } from '../../../../src-portal/seeds/seed-database.ts';
import { openPortalFixture, type PortalFixture } from '../../portal-fixture.ts';

let portal: PortalFixture;
beforeAll(async () => {
  portal = await openPortalFixture();
  await seedDatabase(portal.context, { kind: 'demo' });
});
afterAll(() => portal.close());
beforeEach(() => portal.chance.advance(60 * 60_000));

async function call(
  method: 'GET' | 'POST',
  path: string,
  { body, address = '192.0.2.7', token }: { body?: object; address?: string; token?: string } = {},
) {
  const reply = await portal.app.inject({
    method,
    url: `/portals/${path}`,
    remoteAddress: address,
    ...(body === undefined ? {} : { payload: body }),
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  return { status: reply.statusCode, body: reply.json<Record<string, unknown>>(), text: reply.body };
}

const find = (npi: string, address?: string) =>
  call('GET', `carelon-post-acute/providers?npi=${encodeURIComponent(npi)}`, address === undefined ? {} : { address });
const found = async (npi: string) => registrationRoutes.findProviders.answer.parse((await find(npi)).body).providers;

describe('E4: providers that match an NPI as it is typed', () => {
  it('are shown from the fifth digit on, the lowest first, and fewer with each further digit', async () => {
    expect((await found('15470')).map(({ name }) => name)).toEqual([
      'Bay State Home Health',
      'Blue Hills Home Care',
      'Neponset Wound Care Center',
    ]);
    expect((await found(blueHillsHomeCare.npi)).map(({ name }) => name)).toEqual(['Blue Hills Home Care']);
    expect(await found('19999')).toEqual([]);
  });

  it('tell what a public registry tells, and nothing else', async () => {
    const answer = await find(bayStateHomeHealth.npi);
    expect(answer.body).toEqual({
      providers: [
        {
          providerId: bayStateHomeHealth.npi,
          name: 'Bay State Home Health',
          npi: bayStateHomeHealth.npi,
          city: 'Boston',
          state: 'MA',
        },
      ],
    });
    expect(answer.text).not.toContain(bayStateHomeHealth.taxId);
  });

  it.each(['1547', '', '%%%%%', '15470%', '1547O', '15470000000', '35470', "1' or '1'='1"])(
    'are not looked for by %j',
    async (npi) => {
      expect(await find(npi)).toMatchObject({
        status: 400,
        body: { error: { code: 'invalid_input', fields: [{ path: 'npi', code: 'npi_length' }] } },
      });
    },
  );

  it('are ten at most', async () => {
    const providers = Array.from({ length: 12 }, (_, place) => ({
      id: portal.chance.newId(),
      portal_id: 'carelon-post-acute',
      provider_type: 'group' as const,
      name: `Many ${String(place)}`,
      provider_id: `MANY-${String(place)}`,
      tax_id: '042586391',
      npi: `19876543${String(place).padStart(2, '0')}`,
      city: 'Lynn',
      state: 'MA',
    }));
    await portal.context.database.insertInto('organization').values(providers).execute();
    expect((await found('19876')).map(({ name }) => name)).toEqual(
      Array.from({ length: 10 }, (_, place) => `Many ${String(place)}`),
    );
    await portal.context.database.deleteFrom('organization').where('provider_id', 'like', 'MANY-%').execute();
  });

  it('are shown by no portal that does not let one choose, nor one that does not exist', async () => {
    for (const portalId of ['cca', 'elsewhere'])
      expect(await call('GET', `${portalId}/providers?npi=${harborviewFamilyMedicine.npi}`)).toMatchObject({
        status: 404,
        body: { error: { code: 'not_found' } },
      });
    expect(await found(harborviewFamilyMedicine.npi)).toEqual([]);
  });

  it('are not given to somebody who copies the directory, while others go on', async () => {
    for (let search = 0; search < 120; search += 1) expect((await find('15470', '198.51.100.1')).status).toBe(200);
    expect(await find('15470', '198.51.100.1')).toMatchObject({
      status: 429,
      body: { error: { code: 'rate_limited' } },
    });
    expect((await find('15470', '198.51.100.2')).status).toBe(200);
    portal.chance.advance(10 * 60_000);
    expect((await find('15470', '198.51.100.1')).status).toBe(200);
  });

  it('are found by an index in a directory of any size', async () => {
    const transaction = await portal.context.database.startTransaction().execute();
    await sql`
      insert into organization (id, portal_id, provider_type, name, provider_id, tax_id, npi, city, state)
      select gen_random_uuid(), 'carelon-post-acute', 'group', 'Of many', i::text, '042586391', (1900000000 + i * 41)::text, 'Lynn', 'MA'
      from generate_series(1, 20000) as i`.execute(transaction);
    await sql`analyze organization`.execute(transaction);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain select name from organization where portal_id = 'carelon-post-acute' and npi like '19004%'
      order by npi, provider_id limit 10`.execute(transaction);
    await transaction.rollback().execute();
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('organization_by_npi');
  });
});

const eligibility = (provider: SeededProvider): Record<string, string> => ({
  providerType: provider.services?.[0] ?? '',
  providerNpi: provider.npi,
  organization: provider.providerId,
  taxId: provider.taxId,
});
const registration = (provider: SeededProvider, email: string): Answers => ({
  terms: true,
  ...eligibility(provider),
  firstName: 'June',
  lastName: 'Abara',
  email,
  phone: '617-555-0155',
  fax: '617-555-0156',
  password: 'lantern on the quay',
  passwordAgain: 'lantern on the quay',
});
const check = (answers: Answers, address = '192.0.2.9') =>
  call('POST', 'carelon-post-acute/eligibility', { body: { answers }, address });
const noMatch = (...fields: string[]) => ({
  status: 422,
  body: { error: { code: 'no_match', fields: fields.map((path) => ({ path, code: 'no_match' })) } },
});

describe('E4: whose organization it is', () => {
  it.each(postAcuteProviders.map((provider) => [provider.name, provider] as const))(
    'finds %s',
    async (name, provider) => {
      expect(await check(eligibility(provider))).toMatchObject({ status: 200, body: { organizationName: name } });
    },
  );

  it('takes the Tax ID for the key: without it nothing else is told', async () => {
    const answers = eligibility(blueHillsHomeCare);
    expect(await check({ ...answers, taxId: '042586392', providerType: 'sdoh' })).toMatchObject(noMatch('taxId'));
    expect(await check({ ...answers, organization: '1999999984' })).toMatchObject(noMatch('taxId'));
    expect(await check({ ...answers, providerType: 'sdoh' })).toMatchObject(noMatch('providerType'));
    expect(await check({ ...answers, providerNpi: bayStateHomeHealth.npi })).toMatchObject(noMatch('providerNpi'));
  });

  it('lets nobody try out the Tax IDs of one organization, from however many addresses', async () => {
    const answers = { ...eligibility(bayStateHomeHealth), taxId: '042586392' };
    for (let attempt = 0; attempt < 20; attempt += 1)
      expect((await check(answers, `203.0.113.${String(attempt)}`)).status).toBe(422);
    expect((await check(answers, '203.0.113.99')).status).toBe(429);
    expect((await check(eligibility(blueHillsHomeCare), '203.0.113.99')).status).toBe(200);
  });
});

describe('E4: registration', () => {
  const register = (provider: SeededProvider, email: string) =>
    call('POST', 'carelon-post-acute/registrations', {
      body: { id: portal.chance.newId(), answers: registration(provider, email) },
    });
  async function confirm(email: string): Promise<string> {
    const letter = await portal.emailTo(email);
    expect(letter.text).toContain('Carelon Post-Acute Provider Portal');
    const link = /https:\/\/portal\.example\.com(\S*verify-email\S*)/u.exec(letter.text)?.[1] ?? '';
    const reply = await portal.app.inject({
      method: 'POST',
      url: link.split('?')[0] ?? '',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(link.split('?')[1] ?? '').toString(),
    });
    expect(reply.body).toContain('confirmed');
    const account = await portal.context.database
      .selectFrom('account')
      .selectAll()
      .where('portal_id', '=', 'carelon-post-acute')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    expect([account.phone, account.fax]).toEqual(['6175550155', '6175550156']);
    return (await portal.session(account.id)).accessToken;
  }
  const linked = async (token: string) =>
    linkedAccountRoutes.linkedAccounts.answer.parse(
      (await call('GET', 'carelon-post-acute/linked-accounts', { token })).body,
    ).linkedAccounts;

  it('makes the first one of an organization its administrator; a later one asks for access', async () => {
    expect(await register(blueHillsHomeCare, 'june.abara@example.com')).toMatchObject({
      status: 202,
      body: { email: 'june.abara@example.com', hasAdministrator: false },
    });
    const [own] = await linked(await confirm('june.abara@example.com'));
    expect(own).toMatchObject({
      status: 'active',
      role: 'administrator',
      permissions: ['authorizations', 'manage-users'],
      organization: { name: 'Blue Hills Home Care', providerId: blueHillsHomeCare.npi, npi: blueHillsHomeCare.npi },
    });

    expect(await register(blueHillsHomeCare, 'mina.osei@example.com')).toMatchObject({
      body: { hasAdministrator: true },
    });
    const [waiting] = await linked(await confirm('mina.osei@example.com'));
    expect(waiting).toMatchObject({ status: 'awaiting-administrator', administrators: ['June Abara'] });
    const letter = await portal.emailTo('june.abara@example.com');
    expect(letter.text).toContain('Blue Hills Home Care');
    const request = await portal.context.database
      .selectFrom('access_request')
      .select('matched_on')
      .where('membership_id', '=', waiting?.id ?? '')
      .executeTakeFirstOrThrow();
    expect(request.matched_on).toEqual(['Provider Type', 'Provider NPI', 'Organization', 'Tax ID']);
  });

  it('links one more organization to the account', async () => {
    const account = await portal.context.database
      .selectFrom('account')
      .select('id')
      .where('portal_id', '=', 'carelon-post-acute')
      .where('email', '=', 'dana.whitfield@example.com')
      .executeTakeFirstOrThrow();
    const token = (await portal.session(account.id)).accessToken;
    const wound = postAcuteProviders.find(({ name }) => name.startsWith('Neponset')) ?? blueHillsHomeCare;
    const link = () =>
      call('POST', 'carelon-post-acute/linked-accounts', {
        token,
        body: { id: portal.chance.newId(), answers: { ...eligibility(wound), terms: true } },
      });
    expect(await link()).toMatchObject({ status: 201, body: { role: 'administrator', status: 'active' } });
    expect((await linked(token)).map(({ organization }) => organization.name)).toEqual([
      'Bay State Home Health',
      'Neponset Wound Care Center',
    ]);
    expect(await link()).toMatchObject({ status: 409, body: { error: { code: 'already_linked' } } });
  });
});
