import type { PreferenceRepository } from '../cache.ts';
import type { Statements } from '../sqlite.ts';
import type { Transactions } from '../transactions.ts';

export function preferenceRepository(statements: Statements, transactions: Transactions): PreferenceRepository {
  const read = statements<{ value: string }>('select value from preference where name = :name');
  const write = statements(
    'insert into preference (name, value) values (:name, :value) on conflict (name) do update set value = :value',
  );
  const remove = statements('delete from preference where name = :name');
  return {
    get(name) {
      return read.get({ name })?.value ?? null;
    },
    set(name, value) {
      transactions.durable(() => write.run({ name, value }));
    },
    remove(name) {
      transactions.durable(() => remove.run({ name }));
    },
  };
}
