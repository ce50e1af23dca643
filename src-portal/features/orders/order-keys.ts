import type { Insertable } from 'kysely';
import type { Schema } from '../../database/schema.ts';
import { foldName } from '../../directory/fold-name.ts';

type KeyRow = Insertable<Schema['order_key']>;

export interface KeyedOrder {
  readonly order: Pick<
    Insertable<Schema['health_order']>,
    'id' | 'portal_id' | 'tax_id' | 'order_number' | 'acmp_number'
  >;
  readonly member: Pick<Insertable<Schema['member']>, 'first_name' | 'last_name' | 'birth_date' | 'member_number'>;
}

/** Everything that an order is found by (E6): written with it. */
export function orderKeys({ order, member }: KeyedOrder): KeyRow[] {
  const row = (kind: KeyRow['kind'], key: string, firstKey: string | null = null): KeyRow => ({
    portal_id: order.portal_id,
    tax_id: order.tax_id,
    kind,
    key,
    order_id: order.id,
    first_key: firstKey,
    birth_date: member.birth_date,
  });
  const lastFirst = foldName(`${member.last_name} ${member.first_name}`);
  const firstLast = foldName(`${member.first_name} ${member.last_name}`);
  return [
    row('order-id', foldName(order.order_number)),
    ...(order.acmp_number === null || order.acmp_number === undefined
      ? []
      : [row('acmp-number', foldName(order.acmp_number))]),
    row('member-number', foldName(member.member_number)),
    row('member-name', lastFirst),
    ...(firstLast === lastFirst ? [] : [row('member-name', firstLast, lastFirst)]),
  ];
}
