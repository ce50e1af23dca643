import { describe, expect, it } from 'vitest';
import { both, commandsOnly, everything, includes, onlyOrganization } from '../../../src-main/sync/plan.ts';

describe('a plan', () => {
  it('of everything has all organizations, one of commands has none', () => {
    expect(includes(everything, 'a')).toBe(true);
    expect(includes(commandsOnly, 'a')).toBe(false);
    expect(includes(onlyOrganization('a'), 'a')).toBe(true);
    expect(includes(onlyOrganization('a'), 'b')).toBe(false);
  });

  it('takes in another one', () => {
    expect(both(onlyOrganization('a'), onlyOrganization('b'))).toEqual({
      linkedAccounts: false,
      organizations: new Set(['a', 'b']),
    });
    expect(both(onlyOrganization('a'), everything)).toEqual(everything);
    expect(both(everything, commandsOnly)).toEqual(everything);
    expect(both(commandsOnly, commandsOnly)).toEqual(commandsOnly);
  });
});
