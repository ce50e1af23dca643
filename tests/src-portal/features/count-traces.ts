import type { People } from './people-fixture.ts';

const tables = ['audit', 'command', 'change'] as const;

/** How many rows the organization's commands have left where. */
export async function countTraces({
  context,
  organizationId,
}: People): Promise<Record<(typeof tables)[number], number>> {
  const counts = { audit: 0, command: 0, change: 0 };
  for (const table of tables) {
    const { count } = await context.database
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as('count'))
      .where('organization_id', '=', organizationId)
      .executeTakeFirstOrThrow();
    counts[table] = Number(count);
  }
  return counts;
}
