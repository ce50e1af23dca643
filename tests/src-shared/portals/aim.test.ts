import { describe, expect, it } from 'vitest';
import { aim } from '../../../src-shared/portals/aim.ts';
import { carelonMbm } from '../../../src-shared/portals/carelon-mbm.ts';

describe('AIM ProviderPortal', () => {
  it('A1: names its own customer service, on the same line', () => {
    expect(aim.support).toMatchObject([{ name: 'AIM Specialty Health Web Customer Service', phone: '1-800-252-2021' }]);
    expect(aim.support[0]?.phone).toBe(carelonMbm.support[0]?.phone);
  });

  it('A2-A7: registers through the same four sections as the portal that it became', () => {
    const fields = (portal: typeof aim) =>
      portal.registration.steps.map(({ title, action, fields: asked }) => ({ title, action, asked }));
    expect(fields(aim)).toEqual(fields(carelonMbm));
    expect(aim.registration.review).toEqual(carelonMbm.registration.review);
  });

  it('A6: its terms are with its own payer', () => {
    const terms = (portal: typeof aim) =>
      portal.registration.steps.flatMap(({ agreement }) => agreement?.paragraphs ?? []).join(' ');
    expect(terms(aim)).toContain('AIM Specialty Health');
    expect(terms(carelonMbm)).toContain('Carelon Medical Benefits Management');
    expect(terms(carelonMbm)).not.toContain('AIM');
  });

  it('A4, A5, A8-A11: has the same help, plans, terms of use and labels', () => {
    expect(aim.healthPlans).toEqual(carelonMbm.healthPlans);
    expect(aim.verifiesAccounts).toBe(true);
    expect(aim.unusedSignInDays).toBe(60);
    expect(aim.emailWithinMinutes).toBe(30);
    expect(aim.registration.steps[2]?.fields[1]?.help).toBe(
      'Enter the Tax ID (TIN) to locate the associated health plan(s) for your account',
    );
  });

  it('E1: offers a secret question after email and authenticator app, and its successor does not', () => {
    expect(aim.passcodeMethods).toEqual(['email', 'authenticator', 'secret-question']);
    expect(carelonMbm.passcodeMethods).not.toContain('secret-question');
  });

  it('its present brand is a change of its definition alone', () => {
    expect([aim.id, carelonMbm.id]).toEqual(['aim', 'carelon-mbm']);
    expect(aim.brand).not.toEqual(carelonMbm.brand);
    expect(aim.links).toEqual(carelonMbm.links);
  });
});
