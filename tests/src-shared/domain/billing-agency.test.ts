import { describe, expect, it } from 'vitest';
import { agencySearchSchema, placeOf } from '../../../src-shared/domain/billing-agency.ts';
import { mayAct } from '../../../src-shared/domain/permissions.ts';
import { fieldProblems } from '../../../src-shared/errors.ts';

const problemOf = (typed: string) => {
  const parsed = agencySearchSchema.safeParse(typed);
  return parsed.success ? null : fieldProblems(parsed.error)[0]?.code;
};

describe('D10: billing agencies', () => {
  it('are searched for with two characters and more, spaces around them apart', () => {
    expect(['a', ' a ', ''].map(problemOf)).toEqual(['too_short', 'too_short', 'too_short']);
    expect(problemOf('x'.repeat(101))).toBe('too_long');
    expect(agencySearchSchema.parse('  su ')).toBe('su');
  });

  it('are where they said, as far as they did', () => {
    expect(placeOf({ city: 'Lynn', state: 'MA' })).toBe('Lynn, MA');
    expect(placeOf({ city: 'Lynn', state: null })).toBe('Lynn');
    expect(placeOf({ city: null, state: null })).toBeNull();
  });

  it('are decided about by administrators alone', () => {
    expect(mayAct({ role: 'administrator', permissions: [] }, 'manage-billing-agencies')).toBe(true);
    expect(mayAct({ role: 'user', permissions: ['manage-users'] }, 'manage-billing-agencies')).toBe(false);
  });
});
