import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate, migrations } from '../../../src-main/cache/migrate.ts';
import { emptyPracticeProfile, type PracticeProfile } from '../../../src-shared/domain/practice-profile.ts';
import { id } from '../support/fixtures.ts';
import { cacheFileIn, opened, temporaryCache, temporaryFolder, testKey } from './temporary-cache.ts';

const profile: PracticeProfile = {
  people: [
    {
      id: id(2),
      firstName: 'Nora',
      lastName: 'Quist',
      email: 'nora@harborview.example',
      phone: null,
      fax: null,
      npi: null,
    },
    { id: id(1), firstName: 'Anna', lastName: 'Berg', email: null, phone: '4135550123', fax: null, npi: '1234567893' },
  ],
  organizations: [
    {
      id: id(3),
      kind: 'group',
      name: 'Harborview Family Medicine',
      npi: '1993999998',
      taxId: '123456789',
      providerIds: [{ portalId: 'cca', providerId: 'CCA-100772' }],
      addresses: [{ id: id(4), purpose: 'remittance', street: null, city: null, state: 'MA', zip: '01103' }],
    },
  ],
};

describe('the practice profile in the cache', () => {
  it('is empty at first, and then what was saved, in its order, also after a restart', () => {
    const file = cacheFileIn(temporaryFolder());
    const before = opened(file);
    expect(before.practice.read()).toEqual(emptyPracticeProfile);
    before.practice.save(profile);
    before.close();
    const after = opened(file);
    expect(after.practice.read()).toEqual(profile);
    after.practice.save({ people: profile.people.toReversed(), organizations: [] });
    expect(after.practice.read()).toEqual({ people: profile.people.toReversed(), organizations: [] });
    after.close();
  });

  it('is replaced wholly or not at all', () => {
    const { cache } = temporaryCache();
    cache.practice.save(profile);
    const [first] = profile.people;
    const twice = first === undefined ? [] : [first, first];
    expect(() => {
      cache.practice.save({ people: twice, organizations: [] });
    }).toThrow('UNIQUE');
    expect(cache.practice.read()).toEqual(profile);
  });

  it('is nowhere on the disk in clear', () => {
    const file = cacheFileIn(temporaryFolder());
    const cache = opened(file);
    cache.practice.save(profile);
    const folder = path.dirname(file);
    const written = fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name)).toString('latin1'));
    expect(written.join('').length).toBeGreaterThan(0);
    expect(written.join('')).not.toContain('123456789');
    expect(written.join('')).not.toContain('Harborview');
    cache.close();
  });

  it('comes into a cache that version 1 wrote, whose preferences stay', () => {
    const file = cacheFileIn(temporaryFolder());
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const old = new Database(file);
    old.pragma(`cipher = 'sqlcipher'`);
    old.pragma('legacy = 4');
    old.pragma(`key = "x'${testKey}'"`);
    migrate(old, migrations.slice(0, 1));
    old.prepare(`insert into preference (name, value) values ('active-account', 'someone')`).run();
    expect(old.pragma('user_version', { simple: true })).toBe(1);
    old.close();
    const cache = opened(file);
    expect(cache.preferences.get('active-account')).toBe('someone');
    expect(cache.practice.read()).toEqual(emptyPracticeProfile);
    cache.practice.save(profile);
    expect(cache.practice.read()).toEqual(profile);
    cache.close();
  });
});
