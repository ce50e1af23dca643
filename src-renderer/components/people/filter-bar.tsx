import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import classes from './filter-bar.module.css';

export interface FilterBarProps {
  /** The accessible name of the search box: "Search users". */
  readonly label: string;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** `FilterChips`. */
  readonly children?: ReactNode;
}

const longestSearch = 200;

/** A search box, reached with `/` or Ctrl+F from anywhere on the screen, and filters beside it. */
export function FilterBar({ label, search, onSearch, children }: FilterBarProps) {
  const box = useRef<HTMLInputElement>(null);
  const focusBox = () => {
    box.current?.focus();
    box.current?.select();
  };
  useHotkeys([['/', focusBox]]);
  useHotkeys([['mod+F', focusBox]], []);
  return (
    <div className={classes['bar']}>
      <TextInput
        ref={box}
        type="search"
        className={classes['search'] ?? ''}
        aria-label={label}
        aria-keyshortcuts="/ Control+F"
        placeholder={label}
        maxLength={longestSearch}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && search !== '') onSearch('');
        }}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          search === '' ? (
            <Kbd size="xs" aria-hidden>
              /
            </Kbd>
          ) : (
            <CloseButton size="sm" aria-label="Clear search" onClick={() => onSearch('')} />
          )
        }
      />
      {children}
    </div>
  );
}
