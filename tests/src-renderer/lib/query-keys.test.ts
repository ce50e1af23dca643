import { expect, it } from 'vitest';
import { isAboutPeopleOf, queryKey } from '../../../src-renderer/lib/query-keys.ts';
import { fixtureId, harborview } from '../fixtures.ts';

it('knows the queries that a change of people concerns', () => {
  const counts = queryKey('users.counts', { organizationId: harborview.id });
  expect(isAboutPeopleOf(counts, harborview.id)).toBe(true);
  expect(isAboutPeopleOf(counts, fixtureId(102))).toBe(false);
  expect(isAboutPeopleOf(queryKey('accounts.list', {}), harborview.id)).toBe(false);
  expect(isAboutPeopleOf(['users.page'], harborview.id)).toBe(false);
});
