import { sql } from 'kysely';
import { portals } from '../../src-shared/portals/catalogue.ts';
import type { DatabaseTransaction } from '../context.ts';
import { beaconStreetMedicalGroup } from './demo-directory.ts';
import { seededPlans } from './health-plans.ts';
import { insertRows } from './insert-rows.ts';
import { orderMaker, type OrderingTaxId, type OrderRows } from './order-maker.ts';
import { orderServices } from './order-services.ts';
import { seededRandom } from './seeded-random.ts';

/** Orders of Beacon Street Medical Group, and of each other practice. */
const ofMainPractice = 240;
const ofOthers = 3;

/** The orders of a seeded portal; the same for the same day. */
export function seededOrders(portalId: string, now: Date): OrderRows {
  const maker = orderMaker(portalId, seededRandom(`${portalId} orders`), now);
  const practices = orderingTaxIds(portalId);
  const main = practices.find(({ taxId }) => taxId === beaconStreetMedicalGroup.taxId);
  if (main !== undefined) {
    addCastOrders(maker, main);
    for (let count = 0; count < ofMainPractice; count += 1) maker.addOrder(main);
  }
  for (const practice of practices) {
    if (practice !== main) for (let count = 0; count < ofOthers; count += 1) maker.addOrder(practice);
  }
  return maker.rows;
}

/** A member of the demonstration with orders of four solutions, for following by hand. */
function addCastOrders({ addMember, addOrder }: ReturnType<typeof orderMaker>, practice: OrderingTaxId): void {
  const member = addMember('Lena', 'Marchetti-Oduya');
  const of = (place: number) => {
    const service = orderServices[place];
    if (service === undefined) throw new Error('There is no such service');
    return service;
  };
  const needed = { member, status: 'documents-needed' } as const;
  addOrder(practice, {
    ...needed,
    orderNumber: '209000101',
    acmpNumber: 'A79000101',
    service: of(0),
    isClinicalAnswered: true,
  });
  addOrder(practice, {
    ...needed,
    orderNumber: '209000102',
    acmpNumber: null,
    service: of(3),
    isClinicalAnswered: false,
  });
  addOrder(practice, { member, orderNumber: '209000103', acmpNumber: 'A79000103', service: of(7), status: 'approved' });
  addOrder(practice, { member, orderNumber: '209000104', acmpNumber: null, service: of(9), status: 'in-review' });
}

function orderingTaxIds(portalId: string): OrderingTaxId[] {
  const { plans, associations } = seededPlans(portalId);
  const names = new Map(plans.map(({ id, name }) => [id, name]));
  const byTaxId = new Map<string, string[]>();
  for (const { taxId, planId } of associations) {
    const name = names.get(planId);
    if (name !== undefined) byTaxId.set(taxId, [...(byTaxId.get(taxId) ?? []), name]);
  }
  return [...byTaxId].map(([taxId, planNames]) => ({ taxId, planNames }));
}

/** Fills every portal that has orders. */
export async function seedOrders(transaction: DatabaseTransaction, now: Date): Promise<void> {
  for (const portal of portals) {
    if (portal.orderSearch === undefined) continue;
    await insertOrderRows(transaction, seededOrders(portal.id, now));
  }
}

export async function insertOrderRows(transaction: DatabaseTransaction, rows: OrderRows): Promise<void> {
  for (const table of ['member', 'health_order', 'order_key', 'letter'] as const) {
    await insertRows(transaction, table, rows[table]);
    await sql`analyze ${sql.table(table)}`.execute(transaction);
  }
}
