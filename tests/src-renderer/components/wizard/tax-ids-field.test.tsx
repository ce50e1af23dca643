import { cleanup, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { TaxIdsField } from '../../../../src-renderer/components/wizard/tax-ids-field.tsx';
import type { FieldProblemCode } from '../../../../src-shared/errors.ts';
import { fieldText } from '../../../../src-renderer/lib/field-texts.ts';
import { renderScreen } from '../../render-screen.tsx';

afterEach(cleanup);

const label = 'Tax ID (TIN)';

async function draw(start: readonly string[] = [], problems = new Map<number, FieldProblemCode>()) {
  const told: (readonly string[])[] = [];
  function Holder() {
    const [value, setValue] = useState(start);
    return (
      <TaxIdsField
        label={label}
        value={value}
        problems={problems}
        required
        onChange={(next) => {
          told.push(next);
          setValue(next);
        }}
      />
    );
  }
  const { person } = await renderScreen(<Holder />);
  return { person, last: () => told.at(-1) };
}
const boxes = () => within(screen.getByRole('group', { name: /^Tax ID \(TIN\)/u })).getAllByRole('textbox');
const plus = () => screen.queryByRole('button', { name: `Add another ${label}` });

describe('A5: Tax IDs', () => {
  it('are one box at first, and plus and minus come once a number is entered', async () => {
    const { person, last } = await draw();
    expect(boxes()).toHaveLength(1);
    expect(screen.queryAllByRole('button')).toEqual([]);
    await person.type(screen.getByRole('textbox', { name: /^Tax ID \(TIN\)/u }), '12-3456789');
    expect(last()).toEqual(['12-3456789']);
    expect(plus()).toBeTruthy();
    expect(screen.getByRole('button', { name: `Remove ${label}` })).toBeTruthy();
  });

  it('are added and removed by keyboard, with the focus where one types on', async () => {
    const { person, last } = await draw(['12-3456789']);
    plus()?.focus();
    await person.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: `${label} 2` }));
    await person.keyboard('98-7654321');
    expect(last()).toEqual(['12-3456789', '98-7654321']);
    screen.getByRole('button', { name: `Remove ${label} 2` }).focus();
    await person.keyboard(' ');
    expect(last()).toEqual(['12-3456789']);
    expect(document.activeElement).toBe(boxes()[0]);
  });

  it('removing one keeps the others in place, and the focus on the one that moved up', async () => {
    const { person, last } = await draw(['12-3456789', '98-7654321', '11-1111111']);
    await person.click(screen.getByRole('button', { name: `Remove ${label} 2` }));
    expect(last()).toEqual(['12-3456789', '11-1111111']);
    expect(document.activeElement).toBe(boxes()[1]);
    await person.click(screen.getByRole('button', { name: `Remove ${label} 2` }));
    await person.click(screen.getByRole('button', { name: `Remove ${label}` }));
    expect(last()).toEqual([]);
    expect(boxes()).toHaveLength(1);
    expect(document.activeElement).toBe(boxes()[0]);
  });

  it('each row has its own problem', async () => {
    await draw(['12-3456789', '12-3456789'], new Map([[1, 'duplicate']]));
    const [first, second] = boxes();
    expect(first?.getAttribute('aria-invalid')).not.toBe('true');
    expect(second?.getAttribute('aria-invalid')).toBe('true');
    const described = (second?.getAttribute('aria-describedby') ?? '').split(' ');
    expect(described.map((id) => document.getElementById(id)?.textContent)).toContain(fieldText('duplicate'));
  });

  it('a prefix that nobody was given warns in its row', async () => {
    await draw(['12-3456789', '07-1234567']);
    expect(screen.getByRole('status').textContent).toContain('starts with 07');
  });
});
