import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from '../../../../src-shared/ipc/drafts.ts';
import { carelonMbm } from '../../../../src-shared/portals/carelon-mbm.ts';
import { cca } from '../../../../src-shared/portals/cca.ts';
import { createFakeDesk } from '../../fake-desk.ts';
import { drawWizard } from './draw-wizard.tsx';

// typing into a whole form takes its time on a busy machine
vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);
const slow = { timeout: 10_000 };

const { steps } = carelonMbm.registration;
const value = (label: RegExp) => screen.getByLabelText<HTMLInputElement>(label).value;
const deskWith = (draft: Draft) => createFakeDesk({ drafts: new Map([['test', draft]]) });
const left: Draft = { answers: { firstName: 'Nora', city: 'Quincy' }, stepId: 'terms', found: null };

describe('an unfinished wizard', () => {
  it('is kept a moment after it was changed, and once for what was typed in one go', async () => {
    const { person, desk } = await drawWizard(cca, cca.registration.steps);
    expect(desk.inputsOf('drafts.keep')).toEqual([]);
    await person.type(screen.getByLabelText(/^First Name/u), 'Nora');
    await person.type(screen.getByLabelText(/^Password(?! again)/u), 'otters');
    await waitFor(() => expect(desk.world.drafts.get('test')?.answers).toEqual({ firstName: 'Nora' }), slow);
    expect(desk.inputsOf('drafts.keep').length).toBeLessThan(10);
    expect(JSON.stringify(desk.inputsOf('drafts.keep'))).not.toContain('otters');
  });

  it('is kept at once when the screen is left or the window closes', async () => {
    const { person, desk, unmount } = await drawWizard(cca, cca.registration.steps);
    await person.type(screen.getByLabelText(/^First Name/u), 'No');
    window.dispatchEvent(new Event('pagehide'));
    await waitFor(() => expect(desk.world.drafts.get('test')?.answers).toEqual({ firstName: 'No' }));
    await person.type(screen.getByLabelText(/^First Name/u), 'ra');
    unmount();
    await waitFor(() => expect(desk.world.drafts.get('test')?.answers).toEqual({ firstName: 'Nora' }));
  });

  it('opens again where it was left, or earlier where a secret has to be typed again', async () => {
    const { person, title } = await drawWizard(carelonMbm, steps, {}, deskWith(left));
    await waitFor(() => expect(title()).toBe('Section 2 - Login Information'), slow);
    expect(screen.getByText(/You go on where you left off/u)).toBeTruthy();
    expect(value(/^Username/u)).toBe('');
    await person.click(screen.getByRole('button', { name: 'Back' }));
    await waitFor(() => expect(value(/^City/u)).toBe('Quincy'), slow);
  });

  it('begins anew when one starts over, on the disk too', async () => {
    const desk = deskWith(left);
    const { person, title } = await drawWizard(carelonMbm, steps, {}, desk);
    await person.click(await screen.findByRole('button', { name: 'Start over' }, slow));
    await waitFor(() => expect(title()).toBe('Section 1 - User Details'), slow);
    expect(value(/^City/u)).toBe('');
    await waitFor(() => expect(desk.world.drafts.size).toBe(0), slow);
    expect(screen.queryByRole('button', { name: 'Start over' })).toBeNull();
  });

  it('takes nothing away from somebody who has begun to type meanwhile', async () => {
    const desk = deskWith(left);
    const release = desk.hold('drafts.read');
    const { person, title } = await drawWizard(carelonMbm, steps, {}, desk);
    await person.type(screen.getByLabelText(/^First Name/u), 'Anna');
    release();
    await waitFor(() => expect(desk.world.drafts.get('test')?.answers).toEqual({ firstName: 'Anna' }), slow);
    expect(title()).toBe('Section 1 - User Details');
    expect(value(/^First Name/u)).toBe('Anna');
  });

  it('is forgotten once it is completed', async () => {
    const desk = createFakeDesk();
    const [step] = cca.registration.steps;
    if (step === undefined) throw new Error('no such step');
    const fields = step.fields.filter(({ id }) => id === 'firstName');
    const { person, sent } = await drawWizard(cca, [{ ...step, fields }], {}, desk);
    await person.type(screen.getByLabelText(/^First Name/u), 'Nora{Enter}');
    await waitFor(() => expect(sent).toEqual([{ firstName: 'Nora' }]), slow);
    await waitFor(() => expect(desk.inputsOf('drafts.discard')).toEqual([{ key: 'test' }]), slow);
    expect(desk.world.drafts.size).toBe(0);
  });

  it('works without a disk', async () => {
    const desk = createFakeDesk();
    desk.failWith('drafts.read', { code: 'keychain_unavailable' });
    desk.failWith('drafts.keep', { code: 'disk_full' });
    const { person } = await drawWizard(cca, cca.registration.steps, {}, desk);
    await person.type(screen.getByLabelText(/^First Name/u), 'Nora');
    await waitFor(() => expect(desk.inputsOf('drafts.keep').length).toBeGreaterThan(0), slow);
    expect(value(/^First Name/u)).toBe('Nora');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
