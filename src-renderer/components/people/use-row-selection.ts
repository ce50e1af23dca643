import { useCallback, useMemo, useState } from 'react';
import type { PersonRecord } from './person-columns.ts';
import type { PagedRows } from './use-paged-rows.ts';

/** As many decisions as one submission takes (src-shared/ipc/people.ts). */
export const mostSelected = 500;

export interface RowSelection<Row> {
  readonly count: number;
  readonly has: (id: string) => boolean;
  /** In the order of selecting; as new as what is on screen. */
  readonly rows: readonly Row[];
  /** With `extend`, everything from the row toggled last up to this one is selected. */
  readonly toggle: (index: number, row: Row, extend: boolean) => void;
  readonly clear: () => void;
  /** Null where the list is longer than `mostSelected`. */
  readonly selectAll: (() => void) | null;
  readonly allSelected: boolean;
}

/** Which rows of a paged list are selected: at most `mostSelected`. `onTrouble` gets what reading rows was rejected with. */
export function useRowSelection<Row extends PersonRecord>(
  pages: PagedRows<Row>,
  onTrouble: (error: unknown) => void,
): RowSelection<Row> {
  const [selected, setSelected] = useState<ReadonlyMap<string, Row>>(new Map());
  const [anchor, setAnchor] = useState<{ viewKey: string; index: number } | null>(null);
  const { held, readRange, rowAt, total, viewKey } = pages;

  const add = useCallback((rows: readonly Row[]) => {
    setSelected((before) => {
      const after = new Map(before);
      for (const row of rows) if (after.size < mostSelected || after.has(row.id)) after.set(row.id, row);
      return after;
    });
  }, []);

  const toggle = (index: number, row: Row, extend: boolean) => {
    const from = anchor?.viewKey === viewKey && extend ? anchor.index : null;
    if (from === null) {
      setAnchor({ viewKey, index });
      if (selected.has(row.id)) setSelected((before) => new Map([...before].filter(([id]) => id !== row.id)));
      else add([row]);
      return;
    }
    const first = Math.min(from, index);
    const count = Math.min(Math.abs(index - from) + 1, mostSelected);
    const here = Array.from({ length: count }, (_, at) => rowAt(first + at));
    const loaded = here.filter((each) => each !== undefined);
    if (loaded.length === count) add(loaded);
    else readRange(first, count).then(add, onTrouble);
  };

  const rows = useMemo(() => {
    const fresh = new Map(held.map((row) => [row.id, row]));
    return [...selected.values()].map((row) => fresh.get(row.id) ?? row);
  }, [held, selected]);

  return {
    count: selected.size,
    has: (id) => selected.has(id),
    rows,
    toggle,
    clear: useCallback(() => setSelected(new Map()), []),
    selectAll: total > mostSelected ? null : () => void readRange(0, total).then(add, onTrouble),
    allSelected: total > 0 && selected.size >= total,
  };
}
