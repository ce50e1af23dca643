import { FlexRender, type Row as TableRow } from '@tanstack/react-table';
import { memo, type MouseEvent, type ReactNode } from 'react';
import { fullName, type PersonColumns, type PersonRecord, type PersonTableFeatures } from './person-columns.ts';
import classes from './person-table.module.css';
import { RowMenu } from './row-menu.tsx';

export interface PersonRowProps<Row extends PersonRecord> {
  /** Counted over all pages. */
  readonly index: number;
  readonly top: number;
  readonly height: number;
  /** Undefined while its page loads. */
  readonly tableRow: TableRow<PersonTableFeatures, Row> | undefined;
  /** Renews the row when the columns change. */
  readonly columns: PersonColumns<Row>;
  /** The row that the keyboard is on. */
  readonly active: boolean;
  /** Whose details are shown beside the table. */
  readonly current: boolean;
  /** Undefined where rows cannot be selected. */
  readonly selected: boolean | undefined;
  readonly menu: ((row: Row) => ReactNode) | undefined;
  readonly menuOpen: boolean;
  readonly events: RowEvents<Row>;
}

/** Stable over the table's life, so that rows need not be drawn again. */
export interface RowEvents<Row> {
  toggle(index: number, row: Row, extend: boolean): void;
  openMenu(index: number): void;
  closeMenu(index: number): void;
}

function PersonRowView<Row extends PersonRecord>(props: PersonRowProps<Row>) {
  const { index, top, height, tableRow, columns, active, current, selected, menu, menuOpen, events } = props;
  const row = tableRow?.original;
  const select = (event: MouseEvent<HTMLInputElement>) => {
    if (row !== undefined) events.toggle(index, row, event.shiftKey);
  };
  return (
    <tr
      aria-rowindex={index + 2}
      data-index={index}
      tabIndex={active ? 0 : -1}
      className={`${classes['row']} ${classes['line']} ${current ? classes['current'] : ''}`}
      style={{ height, transform: `translateY(${top}px)` }}
      {...(selected === undefined ? {} : { 'aria-selected': selected })}
      {...(row === undefined ? { 'aria-busy': true } : {})}
    >
      {selected !== undefined && (
        <td className={classes['pick']}>
          {row !== undefined && (
            <input
              type="checkbox"
              tabIndex={-1}
              className={classes['box']}
              aria-label={`Select ${nameOf(row)}`}
              checked={selected}
              readOnly
              onClick={select}
            />
          )}
        </td>
      )}
      {tableRow === undefined
        ? columns.map((column, at) => (
            <td className={classes['cell']} key={column.id ?? at} aria-label="Loading">
              <span className={classes['bone']} />
            </td>
          ))
        : tableRow.getAllCells().map((cell) =>
            menu !== undefined && cell.column.id === 'actions' ? (
              <td className={`${classes['cell']} ${classes['acts']}`} key={cell.id}>
                <div>
                  <FlexRender cell={cell} />
                </div>
                <RowMenu
                  name={nameOf(tableRow.original)}
                  opened={menuOpen}
                  onOpen={() => events.openMenu(index)}
                  onClose={() => events.closeMenu(index)}
                  items={() => menu(tableRow.original)}
                />
              </td>
            ) : (
              <td className={classes['cell']} key={cell.id} elementtiming="person">
                <FlexRender cell={cell} />
              </td>
            ),
          )}
    </tr>
  );
}

const nameOf = (row: PersonRecord): string => fullName(row) || row.email;

/** Draws again only when its own row, place or state has changed: the rows of an unchanged page stay as they are. */
export const PersonRow = memo(PersonRowView, (before, after) => {
  const { tableRow: oldRow, ...old } = before;
  const { tableRow: newRow, ...now } = after;
  return oldRow?.original === newRow?.original && sameValues(old, now);
}) as typeof PersonRowView;

function sameValues(a: object, b: object): boolean {
  const other = new Map<string, unknown>(Object.entries(b));
  return Object.entries(a).every(([key, value]) => Object.is(value, other.get(key)));
}
