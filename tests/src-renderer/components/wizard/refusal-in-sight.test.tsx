import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { DeskFailure } from '../../../../src-renderer/lib/desk-client.ts';
import { cca } from '../../../../src-shared/portals/cca.ts';
import type { Step } from '../../../../src-shared/portals/definition.ts';
import { createFakeDesk } from '../../fake-desk.ts';
import { drawWizard } from './draw-wizard.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const steps: readonly Step[] = [{ id: 'only', title: 'Only step', fields: [], action: 'Submit' }];

it('a refusal that belongs to no field is scrolled into sight and has the focus, from wherever the button was', async () => {
  const scrolled: Element[] = [];
  vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function note(this: Element) {
    scrolled.push(this);
  });
  const submit = () => Promise.reject(new DeskFailure({ code: 'claims_not_confirmed', triesLeft: 2 }));
  const { person } = await drawWizard(cca, steps, { submit }, createFakeDesk());
  await person.click(screen.getByRole('button', { name: 'Submit' }));
  const alert = await screen.findByRole('alert');
  await waitFor(() => expect(scrolled).toEqual([alert]));
  expect(document.activeElement).toBe(alert);
  expect(alert.textContent).toContain('2 tries');
});
