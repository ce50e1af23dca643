import { createColumnHelper, metaHelper, tableFeatures } from '@tanstack/react-table';
import type { ColumnDef, ColumnHelper } from '@tanstack/react-table';
import type { PendingCommand } from '../../../src-shared/ipc/people.ts';

/** What every row of the people tables has. */
export interface PersonRecord {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly pending: readonly PendingCommand[];
}

export interface PersonColumnMeta {
  /** The name under which the column sorts; columns without it do not sort. */
  readonly sort?: string;
  /** Its cells hold controls: pressing there does not pick the row. */
  readonly controls?: boolean;
}

export const personTableFeatures = tableFeatures({ columnMeta: metaHelper<PersonColumnMeta>() });
export type PersonTableFeatures = typeof personTableFeatures;

export type PersonColumns<Row extends PersonRecord> = readonly ColumnDef<PersonTableFeatures, Row>[];

/** Makes the columns of a table of `Row`s. */
export const personColumnHelper = <Row extends PersonRecord>(): ColumnHelper<PersonTableFeatures, Row> =>
  createColumnHelper<PersonTableFeatures, Row>();

/** `Anna Berg` */
export const fullName = (person: { readonly firstName: string; readonly lastName: string }): string =>
  `${person.firstName} ${person.lastName}`.trim();
