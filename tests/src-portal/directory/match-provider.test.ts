import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cca } from '../../../src-shared/portals/cca.ts';
import { matchProvider } from '../../../src-portal/directory/match-provider.ts';
import { elenaVasquez, harborviewFamilyMedicine } from '../../../src-portal/seeds/demo-directory.ts';
import { seededService, type SeededService } from '../seeded-service.ts';

let service: SeededService;

beforeAll(async () => {
  service = await seededService({ kind: 'empty' });
});
afterAll(() => service.close());

const group = {
  providerType: 'group',
  groupName: 'Harborview Family Medicine',
  taxId: harborviewFamilyMedicine.taxId,
  providerId: harborviewFamilyMedicine.providerId,
  zip: '02169',
};
const practitioner = {
  providerType: 'practitioner',
  practitionerFirstName: 'Elena',
  practitionerLastName: 'Vasquez',
  taxId: elenaVasquez.taxId,
  providerId: elenaVasquez.providerId,
  zip: '01607',
};

const match = (answers: Record<string, string>) => matchProvider(service.context.database, cca, answers);
const noMatch = (...fields: string[]) => ({
  ok: false,
  error: { code: 'no_match', fields: fields.map((path) => ({ path, code: 'no_match' })) },
});

describe('matching with the directory', () => {
  it('C2, C3: finds a practitioner and says on what, in the words of the form', async () => {
    expect(await match(practitioner)).toMatchObject({
      ok: true,
      value: {
        organization: { name: 'Elena Vásquez, MD', provider_id: 'P440128' },
        matchedOn: [
          "Practitioner's First Name",
          "Practitioner's Last Name",
          'Tax ID',
          'CCA Provider ID/Billing Number',
          'Listed ZIP code',
        ],
      },
    });
  });

  it('C4, C11: finds a group by its remittance or its practice address', async () => {
    expect(await match(group)).toMatchObject({
      ok: true,
      value: { matchedOn: ['Group Name', 'Tax ID', 'CCA Provider ID/Billing Number', 'Remittance ZIP code'] },
    });
    expect(await match({ ...group, zip: '02171' })).toMatchObject({
      ok: true,
      value: { matchedOn: expect.arrayContaining(['Practice ZIP code']) as string[] },
    });
  });

  it('tells whoever has Tax ID and Provider ID which other fields differ, one by one', async () => {
    expect(await match({ ...group, zip: '01001' })).toEqual(noMatch('zip'));
    expect(await match({ ...group, groupName: 'Harborside' })).toEqual(noMatch('groupName'));
    expect(await match({ ...group, groupName: 'Harborside', zip: '01001' })).toEqual(noMatch('groupName', 'zip'));
    expect(await match({ ...practitioner, practitionerFirstName: 'Helena' })).toEqual(noMatch('practitionerFirstName'));
  });
});

describe('a stranger cannot find out which providers exist', () => {
  const refusal = noMatch('taxId', 'providerId');

  it.each([
    ['an unknown Provider ID', { ...group, providerId: 'G999999' }],
    [
      'an unknown Provider ID and nothing else right',
      { ...group, providerId: 'G999999', taxId: '111111111', zip: '01001' },
    ],
    ['a known Provider ID with a wrong Tax ID', { ...group, taxId: '043182658' }],
    ['a known Provider ID with the Tax ID of another provider', { ...group, taxId: elenaVasquez.taxId }],
    ['a known Tax ID with an unknown Provider ID', { ...group, providerId: 'G204418' }],
    [
      'a known Provider ID, wrong Tax ID, name and ZIP code',
      { ...group, taxId: '111111111', groupName: 'X', zip: '01001' },
    ],
    [
      'a group that is asked for as a practitioner',
      { ...practitioner, taxId: group.taxId, providerId: group.providerId },
    ],
    [
      'a practitioner who is asked for as a group',
      { ...group, taxId: practitioner.taxId, providerId: practitioner.providerId },
    ],
  ])('%s is answered like every other', async (_case, answers) => {
    expect(await match(answers)).toEqual(refusal);
  });

  it('takes as many questions to the database for one who is not there as for one who is', async () => {
    const asked = async (answers: Record<string, string>): Promise<string[]> => {
      const queries: string[] = [];
      const watch: KyselyPlugin = {
        transformQuery: ({ node }) => {
          queries.push(JSON.stringify(node, (key, value: unknown) => (key === 'value' ? undefined : value)));
          return node;
        },
        transformResult: ({ result }) => Promise.resolve(result),
      };
      await matchProvider(service.context.database.withPlugin(watch), cca, answers);
      return queries;
    };
    const there = await asked({ ...group, taxId: '043182658' });
    expect(there).toHaveLength(2);
    expect(await asked({ ...group, providerId: 'G999999' })).toEqual(there);
  });

  it('keeps to its own portal', async () => {
    const elsewhere = { ...cca, id: 'elsewhere' };
    expect(await matchProvider(service.context.database, elsewhere, group)).toEqual(refusal);
  });

  it('does not take empty answers for a match with a provider that is not there', async () => {
    expect(await match({ providerType: 'group' })).toEqual(refusal);
  });
});
