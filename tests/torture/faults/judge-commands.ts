import { sql } from 'kysely';
import { outcomeSchema, type Outcome } from '../../../src-shared/portal-api/commands.ts';
import type { Database } from '../../../src-portal/context.ts';
import type { Decided } from './decided.ts';

/** What became of the decisions, by the service's tables and each desk's own list. */
export interface CommandFigures {
  decisions: number;
  /** Took effect once, and the desk knows. */
  applied: number;
  /** Took no effect, and stands in the desk's list with the reason. */
  refused: number;
  /** Those of them that no instance was asked about, because an earlier decision was refused. */
  refusedUnsent: number;
  /** Neither here nor there. */
  lost: number;
  /** More than one audit row, or effect and refusal both. */
  duplicated: number;
  /** Refused by the service, and not in the list. */
  hidden: number;
  /** Still on the way when everything should have arrived. */
  unsettled: number;
  /** Handled before one that was decided earlier on the same desk for the same organization. */
  outOfOrder: number;
  auditRows: number;
  /** Applied, and no change in the feed at its position. */
  unfed: number;
}

interface Handled {
  readonly outcome: Outcome;
  /** Of the transaction: whoever began after another's commit has the higher one. */
  readonly transaction: number;
}

export async function judgeCommands(database: Database, decided: readonly Decided[]): Promise<CommandFigures> {
  const handled = await readHandled(database);
  const audited = await countAudit(database);
  const fed = await readPositions(database);
  const figures: CommandFigures = {
    decisions: 0,
    applied: 0,
    refused: 0,
    refusedUnsent: 0,
    lost: 0,
    duplicated: 0,
    hidden: 0,
    unsettled: 0,
    outOfOrder: 0,
    auditRows: [...audited.values()].reduce((sum, count) => sum + count, 0),
    unfed: 0,
  };
  for (const { desk, organizationId, commandIds } of decided) {
    const refusals = new Map(
      desk.decisions.list(organizationId).map(({ id, state, error }) => [id, { state, code: error?.code }]),
    );
    let latest = 0;
    for (const id of commandIds) {
      const known = handled.get(id);
      const shown = refusals.get(id);
      const rows = audited.get(id) ?? 0;
      figures.decisions += 1;
      if (known !== undefined && known.transaction < latest) figures.outOfOrder += 1;
      latest = Math.max(latest, known?.transaction ?? 0);
      const isApplied = known?.outcome.status === 'applied';
      if (shown !== undefined && shown.state !== 'refused') figures.unsettled += 1;
      else if (rows > 1 || (rows > 0 && (!isApplied || shown !== undefined))) figures.duplicated += 1;
      else if (isApplied && rows === 1) figures.applied += 1;
      else if (shown !== undefined && shown.code !== undefined && !isApplied) figures.refused += 1;
      else if (known?.outcome.status === 'refused') figures.hidden += 1;
      else figures.lost += 1;
      if (known === undefined && shown?.code === 'earlier_refused') figures.refusedUnsent += 1;
      if (known?.outcome.status === 'applied' && !fed.has(`${organizationId} ${String(known.outcome.position)}`)) {
        figures.unfed += 1;
      }
    }
  }
  return figures;
}

async function readHandled(database: Database): Promise<Map<string, Handled>> {
  const rows = await database
    .selectFrom('command')
    .select(['id', 'outcome', sql<string>`xmin::text`.as('transaction')])
    .execute();
  return new Map(
    rows.map((row) => [row.id, { outcome: outcomeSchema.parse(row.outcome), transaction: Number(row.transaction) }]),
  );
}

async function countAudit(database: Database): Promise<Map<string, number>> {
  const rows = await database
    .selectFrom('audit')
    .select(({ fn }) => ['command_id', fn.countAll<number>().as('count')])
    .where('command_id', 'is not', null)
    .groupBy('command_id')
    .execute();
  return new Map(rows.map(({ command_id: id, count }) => [id ?? '', Number(count)]));
}

async function readPositions(database: Database): Promise<Set<string>> {
  const rows = await database.selectFrom('change').select(['organization_id', 'position']).execute();
  return new Set(rows.map((row) => `${row.organization_id} ${String(row.position)}`));
}
