import { describe, expect, it } from 'vitest';
import { draftHandlers } from '../../../src-main/ipc/draft-handlers.ts';
import type { Desk } from '../../../src-main/ipc/desk.ts';
import { draftProcedures } from '../../../src-shared/ipc/drafts.ts';
import { portals } from '../../../src-shared/portals/catalogue.ts';
import { temporaryCache } from '../support/temporary-cache.ts';

const key = 'register carelon-mbm';
const handlers = () => draftHandlers({ drafts: temporaryCache().drafts } as Desk);

describe('a draft', () => {
  it('is kept without passwords, security answers, and whatever else a portal calls secret', () => {
    const { 'drafts.keep': keep, 'drafts.read': read } = handlers();
    const secret = portals
      .flatMap(({ registration }) => registration.steps)
      .flatMap((step) => step.fields.filter((field) => field.secret === true));
    expect(secret.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['password', 'passwordAgain', 'username', 'securityQuestion1', 'securityAnswer3']),
    );
    const answers = Object.fromEntries([...secret.map(({ id }) => [id, 'otters'] as const), ['firstName', 'Nora']]);
    expect(keep({ key, draft: { answers, stepId: 'login-information', found: null } })).toEqual({
      ok: true,
      value: {},
    });
    expect(read({ key })).toEqual({
      ok: true,
      value: { draft: { answers: { firstName: 'Nora' }, stepId: 'login-information', found: null } },
    });
  });

  it('is gone once it is discarded', () => {
    const { 'drafts.keep': keep, 'drafts.read': read, 'drafts.discard': discard } = handlers();
    void keep({ key, draft: { answers: {}, stepId: 'terms', found: null } });
    expect(discard({ key })).toEqual({ ok: true, value: {} });
    expect(read({ key })).toEqual({ ok: true, value: { draft: null } });
  });

  it('is bounded in size', () => {
    const { input } = draftProcedures['drafts.keep'];
    const answers = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, each) => [`field${String(each)}`, 'x'.repeat(2000)]));
    const given = (count: number) => ({ key, draft: { answers: answers(count), stepId: 'terms', found: null } });
    expect(input.safeParse(given(30)).success).toBe(true);
    expect(input.safeParse(given(33)).success).toBe(false);
    expect(input.safeParse({ ...given(1), key: 'x'.repeat(201) }).success).toBe(false);
  });
});
