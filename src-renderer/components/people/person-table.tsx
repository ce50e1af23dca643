import { useTable } from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  startTransition,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ComponentProps,
  type CSSProperties,
  type ReactNode,
} from 'react';
import { ExplanationLayer } from './explanation-layer.tsx';
import { gridKeyDown } from './grid-key-down.ts';
import { personTableFeatures, type PersonColumns, type PersonRecord } from './person-columns.ts';
import { PersonRow, type RowEvents } from './person-row.tsx';
import { PersonTableHead, type TableSort } from './person-table-head.tsx';
import classes from './person-table.module.css';
import type { PagedRows } from './use-paged-rows.ts';
import type { RowSelection } from './use-row-selection.ts';

export interface PersonTableProps<Row extends PersonRecord> {
  readonly label: string;
  readonly pages: PagedRows<Row>;
  readonly columns: PersonColumns<Row>;
  /** `grid-template-columns` of the columns, and the width in pixels below which the table scrolls sideways. */
  readonly widths: { readonly template: string; readonly least: number };
  readonly rowHeight?: number;
  readonly sort?: TableSort;
  readonly selection?: RowSelection<Row>;
  /** `MenuAction`s of a row, at the end of its column `actions`. */
  readonly menu?: (row: Row) => ReactNode;
  /** Called with the row that was pressed or reached with the arrow keys. */
  readonly onActivate?: (row: Row, index: number) => void;
  /** The row whose details are shown beside the table. */
  readonly currentId?: string;
  /** Its place: brought into view, and where the keys go on from. */
  readonly currentIndex?: number;
}

const pickWidthPx = 40;
const headHeightPx = 38;
const overscanRows = 6;
/** What a window shows above and below a table, at least. */
const aroundTablePx = 300;

/** A grid over any number of rows, of which only those on screen exist. Its keys are those of `gridKeyDown`. */
export function PersonTable<Row extends PersonRecord>(props: PersonTableProps<Row>) {
  const {
    label,
    pages,
    columns,
    widths,
    rowHeight = 48,
    sort,
    selection,
    menu,
    onActivate,
    currentId,
    currentIndex,
  } = props;
  const { total, rowAt, show, viewKey } = pages;
  const scroll = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState(0);
  const [menuAt, setMenuAt] = useState<number | null>(null);
  const focusNext = useRef(false);
  const [overscan, setOverscan] = useState(0);
  useEffect(() => {
    startTransition(() => setOverscan(overscanRows));
  }, []);
  const activeIndex = Math.min(active, Math.max(0, total - 1));

  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan,
    // a guess that is put right after the first drawing: rows come with it, and the page is laid out once
    initialRect: { width: window.innerWidth, height: Math.max(0, window.innerHeight - aroundTablePx) },
    scrollPaddingStart: headHeightPx,
    paddingStart: 0,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      return total === 0 || drawn.includes(activeIndex) ? drawn : [...drawn, activeIndex].toSorted((a, b) => a - b);
    },
  });
  const items = virtualizer.getVirtualItems();
  const inView = virtualizer.range;
  const first = inView?.startIndex ?? 0;
  const last = inView?.endIndex ?? 0;

  useEffect(() => {
    if (total > 0) show(Math.max(0, first - overscanRows), Math.min(total - 1, last + overscanRows));
  }, [show, first, last, total]);

  const startOfView = useRef(viewKey);
  useEffect(() => {
    if (startOfView.current === viewKey) return;
    startOfView.current = viewKey;
    // asking the element where it is would make the browser lay everything out at once
    if ((virtualizer.scrollOffset ?? 0) > 0) scroll.current?.scrollTo({ top: 0 });
    setActive(0);
    setMenuAt(null);
  }, [viewKey, virtualizer]);

  useEffect(() => {
    if (currentIndex === undefined) return;
    setActive(currentIndex);
    virtualizer.scrollToIndex(currentIndex);
  }, [currentIndex, virtualizer]);

  useLayoutEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    scroll.current?.querySelector<HTMLElement>(`[data-index="${activeIndex}"]`)?.focus({ preventScroll: true });
  });

  const latest = useRef(selection);
  useLayoutEffect(() => {
    latest.current = selection;
  });
  const events = useMemo<RowEvents<Row>>(
    () => ({
      toggle: (index, row, extend) => latest.current?.toggle(index, row, extend),
      openMenu: (index) => {
        setActive(index);
        setMenuAt(index);
      },
      closeMenu: (index) => {
        setMenuAt(null);
        setActive(index);
        focusNext.current = true;
      },
    }),
    [],
  );
  const activate = (index: number) => {
    setActive(index);
    const row = rowAt(index);
    if (row !== undefined) onActivate?.(row, index);
  };

  const move = (index: number, extend: boolean) => {
    if (extend && selection !== undefined) {
      const from = rowAt(activeIndex);
      const to = rowAt(index);
      if (selection.count === 0 && from !== undefined) selection.toggle(activeIndex, from, false);
      if (to !== undefined) selection.toggle(index, to, true);
    }
    focusNext.current = true;
    activate(index);
    virtualizer.scrollToIndex(index);
  };
  const activeRow = rowAt(activeIndex);

  const data = useMemo(() => [...pages.held], [pages.held]);
  const table = useTable({ features: personTableFeatures, columns, data, getRowId: (row) => row.id });
  const { rowsById } = table.getRowModel();
  const template = selection === undefined ? widths.template : `${pickWidthPx}px ${widths.template}`;
  const frame: CSSProperties & Record<`--${string}`, string> = {
    '--people-columns': template,
    '--people-min-width': `${widths.least}px`,
  };

  const grid: ComponentProps<'table'> = {
    role: 'grid',
    tabIndex: -1,
    'aria-label': label,
    'aria-rowcount': total + 1,
    'aria-busy': pages.outdated,
    'aria-multiselectable': selection !== undefined,
    onClick: (event) => {
      const index = rowIndexAt(event.target);
      if (index !== null) activate(index);
    },
    onContextMenu: (event) => {
      const index = rowIndexAt(event.target);
      if (index === null || menu === undefined || rowAt(index) === undefined) return;
      event.preventDefault();
      events.openMenu(index);
    },
    onKeyDown: (event) =>
      gridKeyDown(event, {
        rowCount: total,
        activeIndex,
        rowsInView: Math.max(1, last - first),
        move,
        toggle: (extend) => {
          if (activeRow !== undefined) selection?.toggle(activeIndex, activeRow, extend);
        },
        openMenu: () => {
          if (activeRow !== undefined && menu !== undefined) events.openMenu(activeIndex);
        },
        selectAll: selection?.selectAll ?? null,
        escape: () => selection?.clear(),
      }),
  };

  return (
    <div className={classes['frame']} style={frame}>
      <table
        ref={scroll}
        className={classes['scroll']}
        {...grid}
        {...(pages.outdated ? { 'data-outdated': true } : {})}
      >
        <PersonTableHead table={table} sort={sort} selection={selection} total={total} />
        <tbody className={classes['body']} style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start, size }) => {
            const row = rowAt(index);
            return (
              <PersonRow<Row>
                key={index}
                index={index}
                top={start}
                height={size}
                tableRow={row === undefined ? undefined : rowsById[row.id]}
                columns={columns}
                active={index === activeIndex}
                current={row !== undefined && row.id === currentId}
                selected={selection === undefined ? undefined : row !== undefined && selection.has(row.id)}
                menu={menu}
                menuOpen={index === menuAt}
                events={events}
              />
            );
          })}
        </tbody>
      </table>
      <ExplanationLayer within={scroll} />
    </div>
  );
}

/** The row that an event happened in. */
function rowIndexAt(target: EventTarget): number | null {
  const index = target instanceof Element ? target.closest<HTMLElement>('[data-index]')?.dataset['index'] : undefined;
  return index === undefined ? null : Number(index);
}
