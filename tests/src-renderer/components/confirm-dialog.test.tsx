import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ConfirmDialog, type ConfirmDialogProps } from '../../../src-renderer/components/confirm-dialog.tsx';
import { DeskFailure } from '../../../src-renderer/lib/desk-client.ts';
import { renderScreen } from '../render-screen.tsx';

afterEach(cleanup);

const open = (over: Partial<ConfirmDialogProps> = {}) => {
  const props = { onClose: vi.fn<() => void>(), onConfirm: vi.fn<(reason: string | null) => void>() };
  return {
    props,
    ready: renderScreen(
      <ConfirmDialog opened title="Revoke User" confirmLabel="Revoke User" {...props} {...over}>
        Ben Castillo loses access at once.
      </ConfirmDialog>,
    ),
  };
};

describe('the confirm dialog', () => {
  it('says what will happen and starts on Cancel, so that Enter does no harm', async () => {
    const { props, ready } = open();
    const { person } = await ready;
    const dialog = await screen.findByRole('dialog', { name: 'Revoke User' });
    expect(dialog.textContent).toContain('loses access at once');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' })));
    await person.keyboard('{Enter}');
    expect(props.onClose).toHaveBeenCalledOnce();
    expect(props.onConfirm).not.toHaveBeenCalled();
  });

  it('calls the way out otherwise where the act is a cancellation itself', async () => {
    const { props, ready } = open({ confirmLabel: 'Cancel invitation', dismissLabel: 'Keep it' });
    const { person } = await ready;
    await person.click(await screen.findByRole('button', { name: 'Keep it' }));
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
    expect(props.onClose).toHaveBeenCalledOnce();
    expect(props.onConfirm).not.toHaveBeenCalled();
  });

  it('confirms without a reason when none is asked for', async () => {
    const { props, ready } = open();
    const { person } = await ready;
    await person.click(await screen.findByRole('button', { name: 'Revoke User' }));
    expect(props.onConfirm).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('passes the reason on, trimmed', async () => {
    const { props, ready } = open({ reason: { label: 'Reason', required: false } });
    const { person } = await ready;
    await person.type(await screen.findByLabelText('Reason'), '  Left the practice ');
    await person.click(screen.getByRole('button', { name: 'Revoke User' }));
    expect(props.onConfirm).toHaveBeenCalledExactlyOnceWith('Left the practice');
  });

  it('insists on a required reason and keeps what was typed when it is too long', async () => {
    const { props, ready } = open({ reason: { label: 'Reason', required: true } });
    const { person } = await ready;
    await person.click(await screen.findByRole('button', { name: 'Revoke User' }));
    expect(await screen.findByText('This field is required.')).toBeTruthy();
    const field = screen.getByLabelText<HTMLTextAreaElement>(/^Reason/u);
    await person.click(field);
    await person.paste('x'.repeat(501));
    await person.click(screen.getByRole('button', { name: 'Revoke User' }));
    expect(await screen.findByText('This is too long.')).toBeTruthy();
    expect(field.value).toHaveLength(501);
    expect(props.onConfirm).not.toHaveBeenCalled();
  });

  it('shows why the last try failed', async () => {
    await open({ error: new DeskFailure({ code: 'last_administrator' }) }).ready;
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody has to stay administrator');
  });
});
