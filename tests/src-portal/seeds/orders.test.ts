import { describe, expect, it } from 'vitest';
import { orderStatuses, solutions } from '../../../src-shared/domain/order.ts';
import { portals } from '../../../src-shared/portals/catalogue.ts';
import { beaconStreetMedicalGroup } from '../../../src-portal/seeds/demo-directory.ts';
import { seededOrders } from '../../../src-portal/seeds/orders.ts';

const now = new Date('2026-03-02T15:00:00.000Z');

describe.each(portals.filter(({ orderSearch }) => orderSearch !== undefined).map(({ id }) => id))(
  'orders of %s',
  (id) => {
    const rows = seededOrders(id, now);

    it('are the same each time, some hundreds of every solution and status', () => {
      expect(seededOrders(id, now)).toEqual(rows);
      expect(rows.health_order.length).toBeGreaterThan(300);
      expect(new Set(rows.health_order.map(({ solution }) => solution))).toEqual(new Set(solutions));
      expect(new Set(rows.health_order.map(({ status }) => status))).toEqual(new Set(orderStatuses));
      const main = rows.health_order.filter(({ tax_id: taxId }) => taxId === beaconStreetMedicalGroup.taxId);
      expect(new Set(main.map(({ plan_name: plan }) => plan)).size).toBe(3);
    });

    it('E6: can each be found by order ID, member and, where there is one, ACMP#; numbers are nobody else’s', () => {
      const kinds = new Map<string, Set<string>>();
      for (const { order_id: order, kind } of rows.order_key)
        kinds.set(order, (kinds.get(order) ?? new Set()).add(kind));
      for (const { id: order, acmp_number: acmp } of rows.health_order) {
        const expected = ['order-id', 'member-number', 'member-name', ...(acmp === null ? [] : ['acmp-number'])];
        expect(kinds.get(order)).toEqual(new Set(expected));
      }
      for (const numbers of [
        rows.health_order.map((order) => order.order_number),
        rows.health_order.flatMap((order) => order.acmp_number ?? []),
        rows.member.map((member) => member.member_number),
      ]) {
        expect(new Set(numbers).size).toBe(numbers.length);
      }
    });

    it('E8: ask for documents exactly where their status says so, and no letter is written before its order', () => {
      const orders = new Map(rows.health_order.map((order) => [order.id, order]));
      for (const order of orders.values()) {
        expect(order.needs_documents !== null).toBe(order.status === 'documents-needed');
        expect(order.ordered_on < '2026-03-02').toBe(true);
      }
      for (const { order_id: of, written_on: on } of rows.letter) {
        const ordered = orders.get(of)?.ordered_on ?? '9999';
        expect(on >= ordered && on <= '2026-03-02').toBe(true);
      }
      expect(rows.letter.length).toBeGreaterThan(100);
    });
  },
);
