import { describe, expect, it, vi } from 'vitest';
import { openCache } from '../../../src-main/cache/open-cache.ts';
import { isEncrypted } from '../../../src-main/cache/open-database.ts';
import { cacheFileIn, temporaryFolder, testKey } from './temporary-cache.ts';

// SQLite as it would be with an encryption that does nothing
vi.mock(import('better-sqlite3'), async (importOriginal) => {
  const { default: Real } = await importOriginal();
  class Unencrypted extends Real {
    override pragma(source: string, options?: { simple?: boolean }): unknown {
      return /^(key|cipher|legacy)\b/u.test(source) ? [] : super.pragma(source, options);
    }
  }
  return { default: Unencrypted as typeof Real };
});

describe('an encryption that does not encrypt', () => {
  it('is noticed before anything is kept', () => {
    const file = cacheFileIn(temporaryFolder());
    expect(openCache({ file, key: testKey })).toEqual({ ok: false, error: { code: 'cache_unreadable' } });
    expect(isEncrypted(file)).toBe(false);
  });
});
