import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  harborviewFamilyMedicine,
  lakesideWomensHealth,
  samuelOkafor,
} from '../../../../src-portal/seeds/demo-directory.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { seededService, type SeededService } from '../../seeded-service.ts';
import { openTestDatabase } from '../../test-database.ts';
import { eligibilityAnswers, newcomersOf, type Newcomers } from '../newcomers.ts';

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

const harborview = eligibilityAnswers(harborviewFamilyMedicine);

describe('Step 1 of 2 - Provider Eligibility', () => {
  it('C3, C4: names whom the newcomer is about to join', async () => {
    expect(await newcomers.check(harborview)).toEqual({
      ok: true,
      value: { organizationName: 'Harborview Family Medicine', providerId: 'G204417', hasAdministrator: false },
    });
    expect(await newcomers.check({ ...eligibilityAnswers(samuelOkafor), zip: '01545' })).toMatchObject({
      ok: true,
      value: { organizationName: 'Samuel Okafor, MD' },
    });
  });

  it('C6: says that an administrator has to agree', async () => {
    expect(await newcomers.check(eligibilityAnswers(lakesideWomensHealth))).toMatchObject({
      ok: true,
      value: { hasAdministrator: true },
    });
  });

  it('takes numbers as people write them', async () => {
    const written = { ...harborview, taxId: ' 04-3182657 ', providerId: 'g204417', zip: '02169-1234' };
    expect(await newcomers.check(written)).toMatchObject({ ok: true });
  });

  it('asks for its own fields only, and for all of them', async () => {
    expect(await newcomers.check({ providerType: 'practitioner' })).toEqual({
      ok: false,
      error: {
        code: 'invalid_input',
        fields: ['practitionerFirstName', 'practitionerLastName', 'taxId', 'providerId', 'zip'].map((path) => ({
          path,
          code: 'required',
        })),
      },
    });
  });
});

describe('limits', () => {
  const refused = { ok: false, error: { code: 'rate_limited', retryAfterMs: 10 * 60_000 } };

  it('lets one network address try twenty times in ten minutes, whatever it tries', async () => {
    for (let count = 0; count < 20; count += 1) {
      await newcomers.check({ ...harborview, providerId: `G90000${count}` });
    }
    expect(await newcomers.check(harborview)).toEqual(refused);
    expect(await newcomers.check(harborview, '203.0.113.2')).toMatchObject({ ok: true });
    service.chance.advance(10 * 60_000);
    expect(await newcomers.check(harborview)).toMatchObject({ ok: true });
  });

  it.each(['G204417', 'G999999'])(
    'lets many addresses try the Tax IDs of %s twenty times, listed or not',
    async (providerId) => {
      for (let count = 0; count < 20; count += 1) {
        const guess = { ...harborview, providerId, taxId: String(100_000_000 + count) };
        expect(await newcomers.check(guess, `198.51.100.${count}`)).toMatchObject({ error: { code: 'no_match' } });
      }
      expect(await newcomers.check({ ...harborview, providerId }, '198.51.100.200')).toEqual(refused);
    },
  );

  it('does not count what could not be compared', async () => {
    for (let count = 0; count < 25; count += 1) await newcomers.check({});
    expect(await newcomers.check(harborview)).toMatchObject({ ok: true });
  });
});
