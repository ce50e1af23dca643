import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import type { Caller } from '../../../../src-portal/handler.ts';
import { recentClaim, tremontClaims, wachusettClaims } from '../../../../src-portal/seeds/provider-central-claims.ts';
import {
  tremontFamilyHealth,
  wachusettPediatricGroup,
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

const [silva, nguyen] = [tremontClaims[1], tremontClaims[2]];
const right = {
  ...numbersOf(tremontFamilyHealth),
  ...claimsAnswers(tremontClaims[0], silva),
  associationRoute: 'claims',
};
const wrongly = (changes: Record<string, string>) => associations.link(noor, { ...right, ...changes });
const notConfirmed = (triesLeft: number) => ({ ok: false, error: { code: 'claims_not_confirmed', triesLeft } });
const aDay = 24 * 60 * 60_000;

describe('same-day access by two claims (D7)', () => {
  it('makes the first one administrator at once', async () => {
    expect(await associations.link(noor, right)).toMatchObject({
      ok: true,
      value: { status: 'active', role: 'administrator', organization: { name: 'Tremont Family Health' } },
    });
  });

  it.each([
    [
      'spaces, dashes and leading zeros of numbers',
      { claim1ClaimNumber: ' 25318004471 ', claim2CheckNumber: '47120385' },
    ],
    ['capitals and apostrophes of names', { claim1PatientLastName: "o'connell", claim2PatientLastName: 'SILVA' }],
    ['the dash of an account number', { claim1PatientAccountNumber: 'tfh 20817' }],
  ])('takes other %s', async (_what, changes) => {
    expect(await wrongly(changes)).toMatchObject({ ok: true });
  });

  it.each([
    ['none', ''],
    ['some', 'whatever the advisory shows'],
  ])('ignores the patient account number of a claim that has none: %s', async (_what, claim2PatientAccountNumber) => {
    const answers = { ...claimsAnswers(tremontClaims[0], nguyen), claim2PatientAccountNumber };
    expect(await wrongly(answers)).toMatchObject({ ok: true });
  });

  it.each([
    ['claim1AdvisoryDate', '2025-11-13'],
    ['claim1ClaimNumber', '25-318-004472'],
    ['claim1PatientLastName', 'Connell'],
    ['claim1FirstDateOfService', '2025-10-21'],
    ['claim1CheckNumber', '0047120386'],
    ['claim1PatientAccountNumber', 'TFH-20818'],
    ['claim1PatientAccountNumber', ''],
    ['claim2AdvisoryDate', '2025-11-28'],
    ['claim2ClaimNumber', '25-325-007716'],
    ['claim2PatientLastName', 'Silvas'],
    ['claim2FirstDateOfService', '2025-11-22'],
    ['claim2CheckNumber', 'EFT 0047120385'],
    ['claim2PatientAccountNumber', '20994'],
  ])('one wrong answer, %s %s, is graded as a whole', async (field, answer) => {
    expect(await wrongly({ [field]: answer })).toEqual(notConfirmed(2));
    expect(await associations.linked(noor)).toEqual([]);
  });

  it('answers the same for a claim that there is not, and for another organization’s', async () => {
    const made = { ...wachusettClaims[0], claimNumber: '25-000-000000' };
    expect(await wrongly(claimsAnswers(tremontClaims[0], made))).toEqual(notConfirmed(2));
    expect(await wrongly(claimsAnswers(tremontClaims[0], wachusettClaims[0]))).toEqual(notConfirmed(1));
  });

  it('a claim’s answers swapped with the other’s are wrong', async () => {
    const swapped = {
      claim1PatientLastName: silva.patientLastName,
      claim2PatientLastName: tremontClaims[0].patientLastName,
    };
    expect(await wrongly(swapped)).toEqual(notConfirmed(2));
  });
});

describe('rules about claims, which are told (D7)', () => {
  const problem = (path: string, code: string) => ({
    ok: false,
    error: { code: 'invalid_input', fields: [{ path, code }] },
  });

  it('an advisory of the last 30 days is too recent, and no try', async () => {
    const recent = recentClaim(tremontFamilyHealth, service.chance.now());
    for (let times = 0; times < 5; times += 1)
      expect(await wrongly(claimsAnswers(tremontClaims[0], recent))).toEqual(
        problem('claim2AdvisoryDate', 'too_recent'),
      );
    expect(await associations.link(noor, right)).toMatchObject({ ok: true });
  });

  it('is reckoned by the service’s clock: 30 days ago is too recent, 31 is not', async () => {
    const daysAgo = (days: number) => new Date(service.chance.now().getTime() - days * aDay).toISOString().slice(0, 10);
    expect(await wrongly({ claim1AdvisoryDate: daysAgo(30) })).toEqual(problem('claim1AdvisoryDate', 'too_recent'));
    expect(await wrongly({ claim1AdvisoryDate: daysAgo(31) })).toEqual(notConfirmed(2));
    service.chance.advance(aDay);
    expect(await wrongly({ claim1AdvisoryDate: daysAgo(31) })).toEqual(notConfirmed(2));
  });

  it('the same claim twice is one claim, however it is written', async () => {
    const again = { ...claimsAnswers(tremontClaims[0], tremontClaims[0]), claim2ClaimNumber: '025318004471' };
    expect(await wrongly(again)).toEqual(problem('claim2ClaimNumber', 'duplicate'));
  });

  it('missing answers are named, and no try', async () => {
    expect(await wrongly({ claim2CheckNumber: ' ' })).toEqual(problem('claim2CheckNumber', 'required'));
    expect(await wrongly({ claim2CheckNumber: '1' })).toEqual(notConfirmed(2));
  });
});

describe('tries (D7)', () => {
  const wrong = { claim1CheckNumber: '1' };
  const useUp = async () => {
    for (const left of [2, 1, 0]) expect(await wrongly(wrong)).toEqual(notConfirmed(left));
  };

  it('after three, even the right answers are locked out for a day', async () => {
    await useUp();
    expect(await associations.link(noor, right)).toEqual({
      ok: false,
      error: { code: 'locked_out', retryAfterMs: aDay },
    });
    service.chance.advance(aDay);
    expect(await associations.link(noor, right)).toMatchObject({ ok: true });
  });

  it('the third one may be right', async () => {
    await wrongly(wrong);
    await wrongly(wrong);
    expect(await associations.link(noor, right)).toMatchObject({ ok: true });
  });

  it('are another person’s own, and another organization’s', async () => {
    await useUp();
    const atWachusett = { ...right, ...numbersOf(wachusettPediatricGroup) };
    expect(await associations.link(noor, atWachusett)).toEqual(notConfirmed(2));
    expect(await associations.link(await associations.addCaller('Ada', 'Lin'), right)).toMatchObject({ ok: true });
  });

  it('who is locked out may still ask for a PIN', async () => {
    await useUp();
    expect(
      await associations.link(noor, { ...numbersOf(tremontFamilyHealth), associationRoute: 'mailed-pin' }),
    ).toMatchObject({ ok: true, value: { status: 'awaiting-pin' } });
  });
});
