import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FilterBar } from '../../../../src-renderer/components/people/filter-bar.tsx';
import { FilterChips } from '../../../../src-renderer/components/people/filter-chips.tsx';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

const options = [
  { value: 'sent', label: 'Sent' },
  { value: 'failed', label: 'Failed' },
  { value: 'expired', label: 'Expired' },
] as const;

function Bar({ onChosen }: { readonly onChosen: (chosen: string[]) => void }) {
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<('sent' | 'failed' | 'expired')[]>([]);
  return (
    <>
      <FilterBar label="Search invitations" search={search} onSearch={setSearch}>
        <FilterChips
          label="Status"
          options={options}
          chosen={chosen}
          onChange={(next) => {
            setChosen(next);
            onChosen(next);
          }}
        />
      </FilterBar>
      <textarea aria-label="Elsewhere" />
    </>
  );
}

function open() {
  const onChosen = vi.fn<(chosen: string[]) => void>();
  render(
    <MantineProvider env="test">
      <Bar onChosen={onChosen} />
    </MantineProvider>,
  );
  const box = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search invitations' });
  return { box, onChosen, person: userEvent.setup() };
}

describe('the search box', () => {
  it('is reached with / and with Ctrl+F, but / can be typed elsewhere', async () => {
    const { box, person } = open();
    await person.keyboard('/');
    expect(document.activeElement).toBe(box);
    expect(box.value).toBe('');
    const elsewhere = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Elsewhere' });
    await person.click(elsewhere);
    await person.keyboard('a/b');
    expect(elsewhere.value).toBe('a/b');
    await person.keyboard('{Control>}f{/Control}');
    expect(document.activeElement).toBe(box);
  });

  it('is emptied with Escape and with its button', async () => {
    const { box, person } = open();
    await person.type(box, 'berg');
    await person.keyboard('{Escape}');
    expect(box.value).toBe('');
    await person.type(box, 'berg');
    await person.click(screen.getByRole('button', { name: 'Clear search' }));
    expect(box.value).toBe('');
  });
});

describe('filters', () => {
  it('are switches of which several may be on, in their own order', async () => {
    const { onChosen, person } = open();
    expect(screen.getByRole('group', { name: 'Status' })).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Expired' }));
    await person.click(screen.getByRole('button', { name: 'Sent' }));
    expect(onChosen).toHaveBeenLastCalledWith(['sent', 'expired']);
    expect(screen.getByRole('button', { name: 'Sent' }).getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByRole('button', { name: 'Failed' }).getAttribute('aria-pressed')).toBe('false');
    await person.click(screen.getByRole('button', { name: 'Expired' }));
    expect(onChosen).toHaveBeenLastCalledWith(['sent']);
  });
});
