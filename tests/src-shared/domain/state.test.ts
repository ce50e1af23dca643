import { describe, expect, it } from 'vitest';
import { stateSchema } from '../../../src-shared/domain/state.ts';

describe('a state', () => {
  it('is kept as two capitals', () => {
    expect(stateSchema.parse(' ma ')).toBe('MA');
  });

  it.each([
    ['', 'required'],
    ['Mass', 'state_format'],
    ['M1', 'state_format'],
    ['ßß', 'state_format'],
  ])('%j is refused: %s', (typed, code) => {
    expect(stateSchema.safeParse(typed).error?.issues[0]?.message).toBe(code);
  });
});
