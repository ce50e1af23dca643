import { describe, expect, it } from 'vitest';
import {
  createRegistryClient,
  lookUpTimeoutMs,
  maxLookUpBytes,
  type LookUp,
} from '../../../../src-main/connectors/npi-registry/registry-client.ts';
import { createFakeSchedule } from '../../support/fake-schedule.ts';
import { realSchedule, sendJson, standIn, type Answer } from '../../support/http-stand-in.ts';

const npi = '1234567893';

const address = (change: object = {}) => ({
  country_code: 'US',
  country_name: 'United States',
  address_purpose: 'LOCATION',
  address_type: 'DOM',
  address_1: '12 HARBOR ST',
  address_2: 'SUITE 4',
  city: 'SPRINGFIELD',
  state: 'MA',
  postal_code: '011031234',
  telephone_number: '413-555-0123',
  ...change,
});

const group = (change: object = {}) => ({
  created_epoch: '1183489920000',
  enumeration_type: 'NPI-2',
  number: npi,
  basic: { organization_name: 'HARBORVIEW FAMILY MEDICINE', organizational_subpart: 'NO', status: 'A' },
  addresses: [
    address(),
    address({ address_purpose: 'MAILING', address_1: 'PO BOX 9', address_2: '', postal_code: '02108' }),
  ],
  taxonomies: [
    { code: '207Q00000X', taxonomy_group: '', desc: 'Family Medicine', state: 'MA', license: '12345', primary: true },
  ],
  identifiers: [],
  other_names: [],
  ...change,
});

const practitioner = group({
  enumeration_type: 'NPI-1',
  basic: { first_name: 'MARIA', last_name: 'LOPEZ', credential: 'MD', status: 'A' },
});

const published = (...results: object[]) => ({ result_count: results.length, results });

async function ask(
  answer: Answer,
  schedule = realSchedule,
): Promise<{ found: LookUp; urls: string[]; headers: object[] }> {
  const { url, requests } = await standIn(answer);
  const client = createRegistryClient({ url: `${url}/api`, fetch: (to, init) => fetch(to, init), schedule });
  const found = await client.lookUp(npi);
  return { found, urls: requests.map((request) => request.url), headers: requests.map((request) => request.headers) };
}

const answered = async (body: unknown, status = 200): Promise<LookUp> =>
  (await ask((_, response) => sendJson(response, status, body))).found;

describe('a look-up in the NPI Registry', () => {
  it('tells the NPI and the version of the API, and nothing about who asks', async () => {
    const { urls, headers } = await ask((_, response) => sendJson(response, 200, published(group())));
    expect(urls).toEqual([`/api/?version=2.1&number=${npi}`]);
    expect(headers[0]).not.toHaveProperty('cookie');
    expect(headers[0]).not.toHaveProperty('authorization');
  });

  it('finds a group with its addresses and taxonomies', async () => {
    expect(await answered(published(group()))).toEqual({
      outcome: 'found',
      provider: {
        npi,
        kind: 'group',
        name: 'HARBORVIEW FAMILY MEDICINE',
        isActive: true,
        addresses: [
          {
            purpose: 'practice',
            street: '12 HARBOR ST SUITE 4',
            city: 'SPRINGFIELD',
            state: 'MA',
            zip: '01103-1234',
            phone: '413-555-0123',
          },
          {
            purpose: 'mailing',
            street: 'PO BOX 9',
            city: 'SPRINGFIELD',
            state: 'MA',
            zip: '02108',
            phone: '413-555-0123',
          },
        ],
        taxonomies: [
          { code: '207Q00000X', description: 'Family Medicine', isPrimary: true, state: 'MA', license: '12345' },
        ],
      },
    });
  });

  it('finds a practitioner by first and last name', async () => {
    expect(await answered(published(practitioner))).toMatchObject({
      outcome: 'found',
      provider: { kind: 'practitioner', name: 'MARIA LOPEZ' },
    });
  });

  it.each(['D', 'I', ''])('says that an NPI with status "%s" is not active', async (status) => {
    const basic = { organization_name: 'CLOSED PRACTICE', status };
    expect(await answered(published(group({ basic })))).toMatchObject({ provider: { isActive: false } });
  });

  it.each([
    ['011031234', '01103-1234'],
    ['02108', '02108'],
    ['02108-1234', '02108-1234'],
    ['SW1A 1AA', ''],
  ])('reads the postal code %s as "%s"', async (postalCode, zip) => {
    const one = group({ addresses: [address({ postal_code: postalCode })] });
    expect(await answered(published(one))).toMatchObject({ provider: { addresses: [{ zip }] } });
  });

  it('does not find what is not published', async () => {
    expect(await answered(published())).toEqual({ outcome: 'not-found' });
  });

  it('takes a refused number, which comes with 200, for one that is not known', async () => {
    const Errors = [{ description: 'Value must be a valid NPI', field: 'number', number: '13' }];
    expect(await answered({ Errors })).toEqual({ outcome: 'not-found' });
  });
});

const unavailable = { outcome: 'unavailable' };

describe('an NPI Registry that does not answer as it publishes', () => {
  it.each<[string, unknown, number]>([
    ['another error', { Errors: [{ description: 'Unsupported version', field: 'version', number: '9' }] }, 200],
    ['a failure of its own', published(group()), 500],
    ['too many requests', {}, 429],
    ['another provider than asked', published(group({ number: '1993999998' })), 200],
    ['another shape', { result_count: 1, results: [{ number: npi }] }, 200],
    ['a list', [], 200],
    ['nothing', null, 200],
  ])('is unavailable: %s', async (_, body, status) => {
    expect(await answered(body, status)).toEqual(unavailable);
  });

  it('is unavailable when it answers a page', async () => {
    const { found } = await ask((_, response) => {
      response.end('<html>Maintenance</html>');
    });
    expect(found).toEqual(unavailable);
  });

  it('is unavailable when it sends more than a provider can weigh', async () => {
    const big = published(group({ padding: 'x'.repeat(maxLookUpBytes) }));
    expect(await answered(big)).toEqual(unavailable);
  });

  it('is not followed to somewhere else', async () => {
    const { found, urls } = await ask((_, response) => {
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect(found).toEqual(unavailable);
    expect(urls).toHaveLength(1);
  });

  it('is unavailable when the connection breaks', async () => {
    const { found } = await ask((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"result_count":');
      response.destroy();
    });
    expect(found).toEqual(unavailable);
  });

  it.each(['before its headers', 'in the middle of its answer'])('is given up when it stops %s', async (when) => {
    const time = createFakeSchedule();
    const { found } = await ask(async (_, response) => {
      if (when !== 'before its headers') {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{');
      }
      await time.pass(lookUpTimeoutMs);
    }, time.schedule);
    expect(found).toEqual(unavailable);
    expect(time.pending()).toEqual([]);
  });

  it('is unavailable when nobody listens', async () => {
    const fetch = () => Promise.reject(new TypeError('fetch failed'));
    const client = createRegistryClient({ url: 'https://registry.example/api', fetch, schedule: realSchedule });
    expect(await client.lookUp(npi)).toEqual(unavailable);
  });
});
