import type { Insertable } from 'kysely';
import type { OrderStatus } from '../../src-shared/domain/order.ts';
import { assertNever } from '../../src-shared/result.ts';
import type { Schema } from '../database/schema.ts';
import { orderKeys } from '../features/orders/order-keys.ts';
import { orderServices, type SeededService } from './order-services.ts';
import { firstNames, lastNames } from './person-names.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Rows of orders and what belongs to them. */
export interface OrderRows {
  readonly member: Insertable<Schema['member']>[];
  readonly health_order: Insertable<Schema['health_order']>[];
  readonly order_key: Insertable<Schema['order_key']>[];
  readonly letter: Insertable<Schema['letter']>[];
}

/** A plan, and a Tax ID that may order under it. */
export interface OrderingTaxId {
  readonly taxId: string;
  readonly planNames: readonly string[];
}

/** What one order is to be; chance decides what is left out. */
export interface WantedOrder {
  readonly member?: Insertable<Schema['member']>;
  readonly orderNumber?: string;
  readonly acmpNumber?: string | null;
  readonly service?: SeededService;
  readonly status?: OrderStatus;
  readonly isClinicalAnswered?: boolean;
}

const statuses: readonly OrderStatus[] = [
  'in-review',
  'in-review',
  'documents-needed',
  'approved',
  'approved',
  'approved',
  'denied',
  'withdrawn',
];

const dayMs = 24 * 60 * 60_000;
const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** Makes orders of one portal. All of them were placed before `now`. */
export function orderMaker(portalId: string, random: SeededRandom, now: Date) {
  const rows: OrderRows = { member: [], health_order: [], order_key: [], letter: [] };
  let made = 0;

  function addMember(firstName = random.pick(firstNames), lastName = random.pick(lastNames)) {
    const member = {
      id: random.id(now),
      portal_id: portalId,
      first_name: firstName,
      last_name: lastName,
      birth_date: dayOf(Date.UTC(1935, 0, 1) + random.between(0, 30_000) * dayMs),
      member_number: `H${String(100_000_000 + rows.member.length * 37 + 11)}`,
    };
    rows.member.push(member);
    return member;
  }

  function addOrder({ taxId, planNames }: OrderingTaxId, wanted: WantedOrder = {}): void {
    made += 1;
    const member = wanted.member ?? addMember();
    const chosen = wanted.service ?? random.pick(orderServices);
    const status = wanted.status ?? random.pick(statuses);
    const orderedAt = now.getTime() - random.between(1, 300) * dayMs;
    const order = {
      id: random.id(new Date(orderedAt)),
      portal_id: portalId,
      order_number: wanted.orderNumber ?? `2${String(10_000_000 + made * 13)}`,
      acmp_number: wanted.acmpNumber === undefined ? acmpNumber() : wanted.acmpNumber,
      member_id: member.id,
      tax_id: taxId,
      plan_name: random.pick(planNames),
      solution: chosen.solution,
      status,
      requested_service: chosen.name,
      ordered_on: dayOf(orderedAt),
      service_on: dayOf(orderedAt + random.between(5, 40) * dayMs),
      needs_documents: status === 'documents-needed' ? chosen.documents : null,
      clinical_answered: wanted.isClinicalAnswered ?? (status !== 'documents-needed' || random.chance(0.8)),
    };
    rows.health_order.push(order);
    rows.order_key.push(...orderKeys({ order, member }));
    const name = `${member.first_name} ${member.last_name}`;
    for (const letter of lettersAbout(status, name, chosen)) {
      const writtenOn = dayOf(Math.min(orderedAt + random.between(1, 6) * dayMs, now.getTime()));
      rows.letter.push({ id: random.id(now), order_id: order.id, written_on: writtenOn, ...letter });
    }
  }

  // not every order has one
  const acmpNumber = (): string | null => (random.chance(0.6) ? `A${String(70_000_000 + made * 29)}` : null);

  return { rows, addMember, addOrder };
}

type Letter = Pick<Insertable<Schema['letter']>, 'title' | 'body'>;

/** Each kind of decision has its letter; an order that is still in review has none. */
function lettersAbout(status: OrderStatus, member: string, { name, documents }: SeededService): Letter[] {
  const closing = 'Questions about this letter are answered by Web Customer Service.';
  switch (status) {
    case 'approved':
      return [
        {
          title: 'Notice of approval',
          body: `The request for ${name} for ${member} has been approved.\n\nThe approval is for the service and the date of service of this order. It is no promise of payment: whether the member is covered is decided on the day of service.\n\n${closing}`,
        },
      ];
    case 'denied':
      return [
        {
          title: 'Notice of denial',
          body: `The request for ${name} for ${member} could not be approved with the information that we have.\n\nThe ordering provider may ask for a conversation with a reviewing physician, or appeal. How to do so, and by when, stands in the member’s handbook.\n\n${closing}`,
        },
      ];
    case 'documents-needed':
      return [
        {
          title: 'Request for documents',
          body: `To decide about ${name} for ${member} we need documents.\n\n${documents}\n\nPlease upload only the pages that matter, and do so through the portal rather than by fax.\n\n${closing}`,
        },
      ];
    case 'in-review':
    case 'withdrawn':
      return [];
    default:
      return assertNever(status);
  }
}
