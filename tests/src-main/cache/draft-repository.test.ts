import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src-shared/ipc/drafts.ts';
import { cacheFileIn, databaseOf, opened, temporaryCache, temporaryFolder } from './temporary-cache.ts';

const draft = (firstName: string): Draft => ({
  answers: { firstName, taxIds: ['12-3456789', '98'], terms: true },
  stepId: 'application-selection',
  found: { organizationName: 'Harborview', providerId: 'G1', hasAdministrator: true, administrators: ['Dana'] },
});

describe('drafts in the cache', () => {
  it('are there after a restart, each under its key, until they are discarded', () => {
    const file = cacheFileIn(temporaryFolder());
    const before = opened(file);
    expect(before.drafts.find('register cca')).toBeNull();
    before.drafts.keep('register cca', draft('Nora'));
    before.drafts.keep('register aim', draft('Anna'));
    before.drafts.keep('register cca', draft('Noor'));
    before.close();
    const after = opened(file);
    expect(after.drafts.find('register cca')).toEqual(draft('Noor'));
    expect(after.drafts.find('register aim')).toEqual(draft('Anna'));
    after.drafts.discard('register cca');
    after.drafts.discard('register cca');
    expect(after.drafts.find('register cca')).toBeNull();
    expect(after.drafts.find('register aim')).toEqual(draft('Anna'));
    after.close();
  });

  it('are the last twenty; the one that nobody touched for longest gives way', () => {
    const { cache } = temporaryCache();
    for (let each = 1; each <= 20; each += 1) cache.drafts.keep(`draft ${String(each)}`, draft(String(each)));
    cache.drafts.keep('draft 1', draft('again'));
    cache.drafts.keep('draft 21', draft('21'));
    expect(cache.drafts.find('draft 2')).toBeNull();
    expect(cache.drafts.find('draft 1')).toEqual(draft('again'));
    expect(cache.drafts.find('draft 21')).toEqual(draft('21'));
  });

  it('that cannot be understood any more are none', () => {
    const { cache, file } = temporaryCache();
    cache.drafts.keep('register cca', draft('Nora'));
    databaseOf(file).prepare(`update draft set details = '{"answers": 3}'`).run();
    expect(cache.drafts.find('register cca')).toBeNull();
  });

  it('are nowhere on the disk in clear', () => {
    const file = cacheFileIn(temporaryFolder());
    const cache = opened(file);
    cache.drafts.keep('register cca', draft('Noor Haddad'));
    const folder = path.dirname(file);
    const written = fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name)).toString('latin1'));
    expect(written.join('').length).toBeGreaterThan(0);
    expect(written.join('')).not.toContain('Haddad');
    cache.close();
  });
});
