import {
  billingAgencySchema,
  listedAgencySchema,
  type BillingAgency,
} from '../../../src-shared/domain/billing-agency.ts';
import type { AgencyRepository } from '../cache.ts';
import { toEntry, type OutboxRow } from '../outbox/outbox-row.ts';
import { overlay } from '../outbox/overlay.ts';
import type { Statements } from '../sqlite.ts';
import type { Transactions } from '../transactions.ts';

interface Listed {
  readonly key: number;
  readonly synced_at: string | null;
}

/** Reads what the portal said of billing agencies, with the outbox laid over it. */
export function agencyRepository(statements: Statements, transactions: Transactions): AgencyRepository {
  const pendingOf = overlay(statements);
  const organization = statements<Listed>('select key, synced_at from organization where id = :id');
  const page = statements<{ details: string }>(
    'select details from billing_agency where organization = :key order by name_key, id limit :limit',
  );
  const count = statements<{ amount: number }>(
    'select count(*) as amount from billing_agency where organization = :key',
  );
  const unknown = statements<OutboxRow & { readonly listed: string }>(
    `select outbox.*, listed_agency.details as listed
     from outbox join listed_agency on listed_agency.account_id = outbox.account_id
       and listed_agency.id = outbox.intent -> 'payload' ->> 'agencyId'
     where outbox.organization_id = :id and outbox.kind = 'add-billing-agency' and outbox.base_version = 0
       and not exists (
         select 1 from billing_agency where organization = :key and billing_agency.id = outbox.subject_id
       )
       and not exists (
         select 1 from outbox later where later.organization_id = outbox.organization_id
           and later.subject_id = outbox.subject_id and later.kind = outbox.kind and later.base_version = 0
           and later.sequence > outbox.sequence
       )
     order by outbox.sequence desc`,
  );
  const keep = statements(
    `insert into listed_agency (account_id, id, details) values (:account, :id, :details)
     on conflict do update set details = excluded.details`,
  );

  const findListed = statements<{ details: string }>(
    'select details from listed_agency where account_id = :account and id = :id',
  );

  const readPage: AgencyRepository['page'] = ({ organizationId, limit }) => {
    const { key, synced_at: asOf } = organization.get({ id: organizationId }) ?? { key: 0, synced_at: null };
    const fresh = unknown.all({ id: organizationId, key }).map(toNewAgency);
    const known = page.all({ key, limit }).map(({ details }) => billingAgencySchema.parse(JSON.parse(details)));
    const agencies = [...fresh, ...known].slice(0, limit);
    const pending = pendingOf(
      organizationId,
      agencies.map(({ id }) => id),
    );
    return {
      rows: agencies.map((agency) => ({ ...agency, pending: pending(agency.id) })),
      total: fresh.length + (count.get({ key })?.amount ?? 0),
      asOf,
    };
  };

  return {
    page: (input) => transactions.reading(() => readPage(input)),
    keepListed(account, agencies) {
      transactions.repeatable(() => {
        for (const agency of agencies) keep.run({ account, id: agency.id, details: JSON.stringify(agency) });
      });
    },
    findListed(account, id) {
      const row = findListed.get({ account, id });
      return row === undefined ? null : listedAgencySchema.parse(JSON.parse(row.details));
    },
  };
}

/** As it will be once the portal has it: version 0 and pending until then. */
function toNewAgency(row: OutboxRow & { readonly listed: string }): BillingAgency {
  const { id: agencyId, name, city, state } = listedAgencySchema.parse(JSON.parse(row.listed));
  const { command } = toEntry(row);
  return {
    id: row.subject_id,
    organizationId: command.organizationId,
    version: 0,
    agencyId,
    name,
    city,
    state,
    status: 'pending',
    activeSince: null,
    reason: null,
    changedBy: null,
    changedAt: command.decidedAt,
  };
}
