import { z } from 'zod';
import { accountPlanSchema } from '../../../src-shared/domain/health-plan.ts';
import type { HealthPlanRepository } from '../cache.ts';
import type { Statements } from '../sqlite.ts';
import type { Transactions } from '../transactions.ts';

const plansSchema = z.array(accountPlanSchema);

export function healthPlanRepository(statements: Statements, transactions: Transactions): HealthPlanRepository {
  const byAccount = statements<{ as_of: string; agreed: number; plans: string }>(
    'select as_of, agreed, plans from health_plan_list where account_id = :id',
  );
  // an answer that comes after its account was removed is not kept
  const upsert = statements(
    `insert into health_plan_list (account_id, as_of, agreed, plans)
     select id, :asOf, 1, :plans from account where id = :id
     on conflict (account_id) do update set as_of = excluded.as_of, agreed = 1, plans = excluded.plans`,
  );
  const hide = statements('update health_plan_list set agreed = 0 where account_id = :id');
  return {
    find(id) {
      const row = byAccount.get({ id });
      if (row === undefined) return null;
      return { plans: plansSchema.parse(JSON.parse(row.plans)), asOf: row.as_of, isAgreed: row.agreed === 1 };
    },
    keep(id, { plans, asOf }) {
      transactions.durable(() => upsert.run({ id, asOf, plans: JSON.stringify(plans) }));
    },
    hide(id) {
      transactions.durable(() => hide.run({ id }));
    },
  };
}
