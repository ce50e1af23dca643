import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { carelonMbm } from '../../../../src-shared/portals/carelon-mbm.ts';
import { createFakeDesk } from '../../fake-desk.ts';
import { expectedPlan, knownTaxIds, otherPlan } from '../../fake-desk-health-plans.ts';
import { drawWizard, fieldNamed, stepOf } from './draw-wizard.tsx';

// typing into a whole form takes its time on a busy machine
vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);
const slow = { timeout: 10_000 };

const steps = [stepOf(fieldNamed(carelonMbm, 'taxIds'), fieldNamed(carelonMbm, 'healthPlans'))];
const known = knownTaxIds[0] ?? '';
const draw = (desk = createFakeDesk(), start = {}) => drawWizard(carelonMbm, steps, { start }, desk);
const box = () => screen.getByRole('textbox', { name: /^Tax ID \(TIN\)(?: \*)?$/u });
const plan = (name: string) => screen.findByRole<HTMLInputElement>('checkbox', { name }, slow);
const submit = (person: { click: (element: Element) => Promise<void> }) =>
  person.click(screen.getByRole('button', { name: 'Next' }));

describe('A4, A5: health plans', () => {
  it('are found while Tax IDs are entered, each with a checkbox that is checked at first', async () => {
    const { person, desk, sent } = await draw();
    expect(screen.getByText('Enter a whole Tax ID above to see its health plans.')).toBeTruthy();
    await person.type(box(), known.slice(0, 8));
    expect(desk.inputsOf('accounts.findHealthPlans')).toEqual([]);
    await person.type(box(), known.slice(8));
    expect((await plan(otherPlan.name)).checked).toBe(true);
    expect((await plan(expectedPlan.name)).checked).toBe(true);
    expect(desk.inputsOf('accounts.findHealthPlans')).toEqual([{ portalId: 'carelon-mbm', taxIds: [known] }]);
    await submit(person);
    expect(sent).toEqual([{ taxIds: [known], healthPlans: [otherPlan.id, expectedPlan.id] }]);
  });

  it('what is unchecked stays so when more are found, and is flagged if it is the expected one', async () => {
    const { person, sent } = await draw(createFakeDesk(), { taxIds: [known] });
    await person.click(await plan(expectedPlan.name));
    expect(await screen.findByText(`${expectedPlan.name} is not checked.`, { exact: false })).toBeTruthy();
    await person.click(screen.getByRole('button', { name: /^Add another/u }));
    await person.keyboard(knownTaxIds[1] ?? '');
    await waitFor(() => expect(screen.queryByText('Looking for health plans…')).toBeNull(), slow);
    expect((await plan(expectedPlan.name)).checked).toBe(false);
    expect((await plan(otherPlan.name)).checked).toBe(true);
    await submit(person);
    expect(sent[0]?.['healthPlans']).toEqual([otherPlan.id]);
    expect(screen.getByText(/is not checked/u)).toBeTruthy();
  });

  it('go with the Tax ID that brought them, from the answer too', async () => {
    const { person, sent } = await draw(createFakeDesk(), { taxIds: [known, '12-3456789'] });
    await plan(otherPlan.name);
    await person.click(screen.getByRole('button', { name: 'Remove Tax ID (TIN)' }));
    await waitFor(() => expect(screen.queryByRole('checkbox')).toBeNull(), slow);
    expect(screen.getByText(`None of your Tax IDs is associated with ${expectedPlan.name}.`)).toBeTruthy();
    await submit(person);
    expect(sent).toEqual([{ taxIds: ['123456789'] }]);
  });

  it('an answer of an earlier visit stays as it was', async () => {
    const { person, sent } = await draw(createFakeDesk(), { taxIds: [known], healthPlans: [expectedPlan.id] });
    expect((await plan(otherPlan.name)).checked).toBe(false);
    expect((await plan(expectedPlan.name)).checked).toBe(true);
    await submit(person);
    expect(sent[0]?.['healthPlans']).toEqual([expectedPlan.id]);
  });

  it('a Tax ID that no plan knows is told by its last four digits', async () => {
    const { person } = await draw();
    await person.type(box(), '12-3456789');
    expect(await screen.findByText(/Tax ID •••••6789 is associated with no health plan\./u, {}, slow)).toBeTruthy();
    expect(screen.queryByText(/12-?3456789/u)).toBeNull();
  });

  it('says when the portal cannot be reached, and looks again when asked', async () => {
    const desk = createFakeDesk();
    desk.failWith('accounts.findHealthPlans', { code: 'offline' });
    const { person } = await draw(desk);
    await person.type(box(), known);
    const again = await screen.findByRole('button', { name: 'Try again' }, slow);
    expect(screen.getByRole('alert').textContent).toContain('You are offline');
    desk.failWith('accounts.findHealthPlans', null);
    await person.click(again);
    expect((await plan(expectedPlan.name)).checked).toBe(true);
  });

  it('keep the step until those of the newest Tax ID are known', async () => {
    const { person, desk, sent } = await draw();
    await person.type(box(), known);
    await plan(otherPlan.name);
    const release = desk.hold('accounts.findHealthPlans');
    await person.click(screen.getByRole('button', { name: /^Add another/u }));
    await person.keyboard(knownTaxIds[1] ?? '');
    const next = screen.getByRole<HTMLButtonElement>('button', { name: 'Next' });
    expect(next.disabled).toBe(true);
    expect(next.getAttribute('aria-busy')).toBe('true');
    await person.keyboard('{Enter}');
    expect(sent).toEqual([]);
    release();
    await waitFor(() => expect(next.disabled).toBe(false), slow);
    expect(next.getAttribute('aria-busy')).toBeNull();
    await submit(person);
    expect(sent).toMatchObject([{ taxIds: knownTaxIds, healthPlans: [otherPlan.id, expectedPlan.id] }]);
  });

  it('keep nobody who cannot reach the portal from going on', async () => {
    const desk = createFakeDesk();
    desk.failWith('accounts.findHealthPlans', { code: 'offline' });
    const { person, sent } = await draw(desk);
    await person.type(box(), known);
    await screen.findByRole('button', { name: 'Try again' }, slow);
    await submit(person);
    expect(sent).toEqual([{ taxIds: [known] }]);
  });

  it('are a group with a name, and say that they are being looked for', async () => {
    const desk = createFakeDesk();
    const release = desk.hold('accounts.findHealthPlans');
    await draw(desk, { taxIds: [known] });
    expect(screen.getByRole('group', { name: 'Health plans' })).toBeTruthy();
    expect(screen.getByText('Looking for health plans…')).toBeTruthy();
    release();
    await plan(otherPlan.name);
    await waitFor(() => expect(screen.queryByText('Looking for health plans…')).toBeNull(), slow);
  });
});
