import type { BillingAgency } from '../../../src-shared/domain/billing-agency.ts';
import { foldText } from '../fold-text.ts';
import type { Statements } from '../sqlite.ts';

/** Keeps what the feed says of billing agencies. Every call belongs into a transaction of the caller's. */
export interface AgencyWriter {
  /** Keeps the agency unless a newer version is there, and marks it with the generation. */
  put(organization: number, agency: BillingAgency, generation: number): void;
  remove(organization: number, id: string): void;
  removeOtherGenerations(organization: number, generation: number): void;
  removeAll(organization: number): void;
}

export function agencyWriter(statements: Statements): AgencyWriter {
  const put = statements(
    `insert into billing_agency (organization, id, version, generation, name_key, details)
     values (:organization, :id, :version, :generation, :nameKey, :details)
     on conflict do update set
       generation = excluded.generation,
       name_key = iif(excluded.version >= version, excluded.name_key, name_key),
       details = iif(excluded.version >= version, excluded.details, details),
       version = max(excluded.version, version)`,
  );
  const remove = statements('delete from billing_agency where organization = :organization and id = :id');
  const removeOthers = statements(
    'delete from billing_agency where organization = :organization and generation <> :generation',
  );
  const removeAll = statements('delete from billing_agency where organization = :organization');
  return {
    put(organization, agency, generation) {
      const { id, version, name } = agency;
      put.run({ organization, id, version, generation, nameKey: foldText(name), details: JSON.stringify(agency) });
    },
    remove: (organization, id) => void remove.run({ organization, id }),
    removeOtherGenerations: (organization, generation) => void removeOthers.run({ organization, generation }),
    removeAll: (organization) => void removeAll.run({ organization }),
  };
}
