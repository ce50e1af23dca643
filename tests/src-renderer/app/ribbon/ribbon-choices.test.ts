import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterRibbon, ribbonGroups } from '../../../../src-renderer/app/ribbon/ribbon-choices.ts';
import { anna, deskAccount, fixtureId } from '../../fixtures.ts';

const second = deskAccount({
  account: { ...anna, id: fixtureId(2), email: 'billing@oakhill.example' },
  linkedAccounts: [],
  activeLinkedAccountId: null,
  state: 'signed-out',
});
const groups = ribbonGroups([second, deskAccount()], anna.id);

describe('what the ribbon offers', () => {
  it('puts the active account first and marks where one is', () => {
    expect(groups.map(({ title, signedOut }) => [title, signedOut])).toEqual([
      [anna.email, false],
      ['billing@oakhill.example', true],
    ]);
    const current = groups.flatMap(({ choices }) => choices).filter(({ current: is }) => is);
    expect(current.map(({ linked }) => linked?.organization.name)).toEqual(['Harborview Family Medicine']);
  });

  it('names the portals where one address has accounts at several', () => {
    const postAcute = deskAccount({ account: { ...anna, id: fixtureId(3), portalId: 'carelon-post-acute' } });
    expect(ribbonGroups([deskAccount(), postAcute], fixtureId(3)).map(({ title }) => title)).toEqual([
      `${anna.email} · Carelon Post-Acute Provider Portal`,
      `${anna.email} · CCA Provider Portal`,
    ]);
  });

  it('opens only what is active', () => {
    expect(groups[0]?.choices.map(({ canOpen }) => canOpen)).toEqual([true, true, false, false]);
  });

  it('offers an account without linked accounts by itself', () => {
    expect(groups[1]?.choices).toMatchObject([{ linked: null, canOpen: true, current: false }]);
  });
});

describe('typing', () => {
  const names = (typed: string) =>
    filterRibbon(groups, typed).flatMap(({ choices }) =>
      choices.map(({ linked }) => linked?.organization.name ?? null),
    );

  it('finds by name, Provider ID, town and role, in any order of words', () => {
    expect(names('pediatrics river')).toEqual(['Riverside Pediatrics']);
    expect(names('cca-100772')).toEqual(['Lakeside Cardiology Associates']);
    expect(names('WORCESTER')).toEqual(['Lakeside Cardiology Associates']);
    expect(names('administrator')).toEqual(['Harborview Family Medicine']);
    expect(names('billing@')).toEqual([null]);
    expect(names('no such place')).toEqual([]);
  });

  it('never adds a choice, and shows all for nothing', () => {
    expect(names('  ')).toHaveLength(5);
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (typed) => {
        for (const name of names(typed)) expect(names('')).toContain(name);
      }),
      { seed: 5 },
    );
  });
});
