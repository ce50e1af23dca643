import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MantineProvider } from '@mantine/core';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { permissions, type Access } from '../../../../src-shared/domain/permissions.ts';
import { AccessPicker, type AccessPickerProps } from '../../../../src-renderer/components/people/access-picker.tsx';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

const administrator: Access = { role: 'administrator', permissions: [] };
const manager: Access = { role: 'user', permissions: ['manage-users'] };

function Picker({ onChange, value, ...props }: AccessPickerProps) {
  const [access, setAccess] = useState(value);
  return (
    <AccessPicker
      {...props}
      value={access}
      onChange={(next) => {
        setAccess(next);
        onChange(next);
      }}
    />
  );
}

function open(over: Partial<AccessPickerProps> = {}) {
  const onChange = vi.fn<(access: Access) => void>();
  const value: Access = { role: 'user', permissions: ['claims-status'] };
  render(
    <MantineProvider env="test">
      <Picker
        value={value}
        onChange={onChange}
        offered={permissions}
        actor={administrator}
        action="edit-access"
        {...over}
      />
    </MantineProvider>,
  );
  return { onChange, person: userEvent.setup() };
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });

describe('role and permissions', () => {
  it('are given in the order of the portal, whatever the order of ticking', async () => {
    const { onChange, person } = open();
    await person.click(box('Remittances'));
    await person.click(box('Eligibility'));
    expect(onChange).toHaveBeenLastCalledWith({
      role: 'user',
      permissions: ['eligibility', 'claims-status', 'remittances'],
    });
    await person.click(box('Claims status'));
    expect(onChange).toHaveBeenLastCalledWith({ role: 'user', permissions: ['eligibility', 'remittances'] });
  });

  it('are explained', () => {
    open();
    expect(screen.getByText('Look up members and their coverage')).toBeTruthy();
    expect(screen.getByText('Has every permission, and decides who else is an administrator')).toBeTruthy();
  });

  it('are all an administrator’s, and what was ticked comes back with the ordinary role', async () => {
    const { person } = open();
    await person.click(radio('Administrator'));
    expect(screen.getByText('Administrators have every permission.')).toBeTruthy();
    expect(box('Remittances').checked).toBe(true);
    expect(box('Remittances').disabled).toBe(true);
    await person.click(radio('User'));
    expect(box('Remittances').checked).toBe(false);
    expect(box('Claims status').checked).toBe(true);
  });

  it('are handed on by ordinary managers only as far as they may', () => {
    open({ actor: manager });
    expect(radio('Administrator').disabled).toBe(true);
    expect(box('Manage users').disabled).toBe(true);
    expect(screen.getAllByText('Only an administrator can grant this')).toHaveLength(2);
    expect(box('Eligibility').disabled).toBe(false);
  });

  it('say why somebody has to stay administrator', () => {
    open({ value: administrator, whyNotUser: 'This is the last administrator.' });
    expect(radio('User').disabled).toBe(true);
    expect(screen.getByText('This is the last administrator.')).toBeTruthy();
  });

  it('are those of the portal alone', () => {
    open({ offered: ['eligibility'] });
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
  });
});
