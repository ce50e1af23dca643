import type { ReactTable } from '@tanstack/react-table';
import { IconChevronDown, IconChevronUp, IconSelector } from '@tabler/icons-react';
import type { PersonRecord, PersonTableFeatures } from './person-columns.ts';
import classes from './person-table.module.css';
import { mostSelected, type RowSelection } from './use-row-selection.ts';

export interface TableSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
  readonly onSort: (column: string) => void;
}

export interface PersonTableHeadProps<Row extends PersonRecord> {
  readonly table: ReactTable<PersonTableFeatures, Row>;
  readonly sort: TableSort | undefined;
  readonly selection: RowSelection<Row> | undefined;
  readonly total: number;
}

/** The column headers: pressing one sorts, the box selects everything where that is few enough. */
export const PersonTableHead = <Row extends PersonRecord>({
  table,
  sort,
  selection,
  total,
}: PersonTableHeadProps<Row>) => (
  <thead className={classes['head']}>
    {table.getHeaderGroups().map((group) => (
      <tr aria-rowindex={1} className={classes['row']} key={group.id}>
        {selection !== undefined && (
          <th scope="col" className={classes['pick']}>
            <SelectAll selection={selection} total={total} />
          </th>
        )}
        {group.headers.map((header) => {
          const by = header.column.columnDef.meta?.sort;
          const sorted = by !== undefined && sort?.column === by ? sort.direction : 'none';
          return (
            <th
              scope="col"
              className={classes['cell']}
              key={header.id}
              {...(by === undefined || sort === undefined ? {} : { 'aria-sort': sorted })}
            >
              {by === undefined || sort === undefined ? (
                <table.FlexRender header={header} />
              ) : (
                <button type="button" className={classes['sort']} onClick={() => sort.onSort(by)}>
                  <table.FlexRender header={header} />
                  <SortMark sorted={sorted} />
                </button>
              )}
            </th>
          );
        })}
      </tr>
    ))}
  </thead>
);

function SortMark({ sorted }: { readonly sorted: TableSort['direction'] | 'none' }) {
  if (sorted === 'ascending') return <IconChevronUp size={14} aria-hidden />;
  if (sorted === 'descending') return <IconChevronDown size={14} aria-hidden />;
  return <IconSelector size={14} aria-hidden opacity={0.45} />;
}

function SelectAll<Row>({ selection, total }: { readonly selection: RowSelection<Row>; readonly total: number }) {
  const { selectAll, allSelected, clear, count } = selection;
  const whyNot =
    selectAll === null
      ? `Only lists of up to ${mostSelected} can be selected as a whole. Search or filter first.`
      : null;
  return (
    <input
      type="checkbox"
      className={classes['box']}
      aria-label="Select all"
      checked={allSelected}
      readOnly
      ref={(box) => {
        if (box !== null) box.indeterminate = count > 0 && !allSelected;
      }}
      {...(whyNot === null ? {} : { 'aria-disabled': true, 'aria-description': whyNot, 'data-explanation': whyNot })}
      onClick={(event) => {
        if (count > 0) clear();
        else if (selectAll !== null && total > 0) selectAll();
        else event.preventDefault();
      }}
    />
  );
}
