import { practiceOrganizationSchema, practicePersonSchema } from '../../../src-shared/domain/practice-profile.ts';
import type { PracticeRepository } from '../cache.ts';
import type { Statements } from '../sqlite.ts';
import type { Transactions } from '../transactions.ts';

export function practiceRepository(statements: Statements, transactions: Transactions): PracticeRepository {
  const table = (name: 'practice_person' | 'practice_organization') => {
    const all = statements<{ details: string }>(`select details from ${name} order by place`);
    const clear = statements(`delete from ${name}`);
    const add = statements(`insert into ${name} (id, place, details) values (:id, :place, :details)`);
    return {
      read: (): unknown[] => all.all({}).map(({ details }) => JSON.parse(details) as unknown),
      replace(items: readonly { readonly id: string }[]): void {
        clear.run({});
        for (const [place, item] of items.entries()) add.run({ id: item.id, place, details: JSON.stringify(item) });
      },
    };
  };
  const people = table('practice_person');
  const organizations = table('practice_organization');
  return {
    read() {
      return {
        people: people.read().map((person) => practicePersonSchema.parse(person)),
        organizations: organizations.read().map((organization) => practiceOrganizationSchema.parse(organization)),
      };
    },
    save(profile) {
      transactions.durable(() => {
        people.replace(profile.people);
        organizations.replace(profile.organizations);
      });
    },
  };
}
