import { describe, expect, it } from 'vitest';
import { npiOrProviderIdSchema } from '../../../src-shared/domain/provider-id.ts';

describe('an NPI or a provider number (D4, D5)', () => {
  it.each([
    ['1234567893', '1234567893'],
    ['bc-20417', 'BC-20417'],
    ['123456789', '123456789'],
    ['12345678901', '12345678901'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(npiOrProviderIdSchema.parse(typed)).toBe(kept);
  });

  it.each([
    ['1234567890', 'npi_check_digit'],
    ['3234567893', 'npi_length'],
    ['', 'required'],
    ['12 34', 'provider_id_format'],
  ])('%j is refused: %s', (typed, code) => {
    expect(npiOrProviderIdSchema.safeParse(typed).error?.issues[0]?.message).toBe(code);
  });
});
