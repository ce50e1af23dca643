import { registeredProviderSchema } from '../../../src-shared/domain/registered-provider.ts';
import type { RegistryRepository } from '../cache.ts';
import type { Statements } from '../sqlite.ts';
import type { Transactions } from '../transactions.ts';

export function registryRepository(statements: Statements, transactions: Transactions): RegistryRepository {
  const byNpi = statements<{ as_of: string; provider: string | null }>(
    'select as_of, provider from registry_answer where npi = :npi',
  );
  const upsert = statements(
    `insert into registry_answer (npi, as_of, provider) values (:npi, :asOf, :provider)
     on conflict (npi) do update set as_of = excluded.as_of, provider = excluded.provider`,
  );
  const forget = statements('delete from registry_answer where as_of < :oldest');
  return {
    find(npi) {
      const row = byNpi.get({ npi });
      if (row === undefined) return null;
      const provider = row.provider === null ? null : registeredProviderSchema.parse(JSON.parse(row.provider));
      return { provider, asOf: row.as_of };
    },
    keep(npi, { provider, asOf }, oldest) {
      transactions.repeatable(() => {
        forget.run({ oldest });
        upsert.run({ npi, asOf, provider: provider === null ? null : JSON.stringify(provider) });
      });
    },
  };
}
