import { Button, Group, Text } from '@mantine/core';
import { IconFilterOff, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatQuantity } from '../../lib/format.ts';
import { AsOf } from '../as-of.tsx';
import { EmptyState } from '../empty-state.tsx';
import { ErrorNotice } from '../error-notice.tsx';
import { LoadingRows } from '../loading-rows.tsx';
import type { PersonRecord } from './person-columns.ts';
import classes from './person-list.module.css';
import { PersonTable, type PersonTableProps } from './person-table.tsx';

export interface PersonListProps<Row extends PersonRecord> extends PersonTableProps<Row> {
  /** What is counted: `['user', 'users']`. */
  readonly noun: readonly [one: string, many: string];
  /** Whether a search or filter leaves anything out. */
  readonly narrowed: boolean;
  readonly onClearFilters: () => void;
  /** Stands there when there is nobody at all. */
  readonly empty: { readonly title: string; readonly text: string; readonly actions?: ReactNode };
  /** Beside the count: what can be done with the selection. */
  readonly bar?: ReactNode;
}

/** A table of people with its count and freshness, and what stands there while it loads, fails or is empty. */
export function PersonList<Row extends PersonRecord>({
  noun,
  narrowed,
  onClearFilters,
  empty,
  bar,
  ...table
}: PersonListProps<Row>) {
  const { pages, label } = table;
  const clear = (
    <Button variant="default" leftSection={<IconFilterOff size={16} aria-hidden />} onClick={onClearFilters}>
      Clear filters
    </Button>
  );
  return (
    <section className={classes['list']} aria-label={label}>
      <div className={classes['bar']}>
        {bar ?? (
          <Group gap="md">
            <Text component="output" size="sm" fw={500} aria-live="polite">
              {pages.status === 'ready' ? formatQuantity(pages.total, noun[0], noun[1]) : ''}
            </Text>
            {narrowed && pages.total > 0 && (
              <button type="button" className={classes['clear']} onClick={onClearFilters}>
                Clear filters
              </button>
            )}
          </Group>
        )}
        {pages.status === 'ready' && <AsOf at={pages.asOf} />}
      </div>
      {pages.error !== null && (
        <div className={classes['notice']}>
          <ErrorNotice error={pages.error} onRetry={pages.retry} />
        </div>
      )}
      {pages.status === 'loading' && <LoadingRows rows={8} rowHeight={40} label={`Loading ${noun[1]}`} />}
      {pages.status === 'ready' && pages.total > 0 && <PersonTable {...table} />}
      {pages.status === 'ready' && pages.total === 0 && narrowed && (
        <EmptyState icon={<IconFilterOff size={26} />} title={`No ${noun[1]} match`} actions={clear}>
          Nothing fits the search and filters that are set.
        </EmptyState>
      )}
      {pages.status === 'ready' && pages.total === 0 && !narrowed && (
        <EmptyState icon={<IconUsers size={26} />} title={empty.title} actions={empty.actions}>
          {empty.text}
        </EmptyState>
      )}
    </section>
  );
}
