import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { carelonMbm } from '../../../../src-shared/portals/carelon-mbm.ts';
import { providerCentral } from '../../../../src-shared/portals/provider-central.ts';
import { drawWizard, fieldNamed, stepOf } from './draw-wizard.tsx';

// typing into a whole form takes its time on a busy machine
vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);
const slow = { timeout: 10_000 };
const submit = () => screen.getByRole('button', { name: 'Next' });

describe('a state', () => {
  it.each([
    ['massa', 'MA'],
    ['(PR)', 'PR'],
  ])('is found by its name or its letters, by keyboard: %s', async (typed, state) => {
    const { person, sent } = await drawWizard(carelonMbm, [stepOf(fieldNamed(carelonMbm, 'state'))]);
    const box = screen.getByRole('combobox', { name: /^State/u });
    act(() => box.focus());
    await person.keyboard(typed);
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1), slow);
    await person.keyboard('{ArrowDown}{Enter}');
    await person.click(submit());
    await waitFor(() => expect(sent).toEqual([{ state }]), slow);
  });

  it('that was answered is shown by its name', async () => {
    await drawWizard(carelonMbm, [stepOf(fieldNamed(carelonMbm, 'state'))], { start: { state: 'VT' } });
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: /^State/u }).value).toBe('Vermont (VT)');
  });
});

describe('A3: security questions', () => {
  const questions = [1, 2, 3].map((place) => fieldNamed(carelonMbm, `securityQuestion${String(place)}`));

  it('cannot be chosen twice', async () => {
    const { person } = await drawWizard(carelonMbm, [stepOf(...questions)], {
      start: { securityQuestion2: 'first-job' },
    });
    const first = screen.getByRole<HTMLInputElement>('combobox', { name: /^Security Question 1/u });
    await person.click(first);
    // the list of another question may not have gone from the page yet
    const list = document.getElementById(first.getAttribute('aria-controls') ?? '');
    const offered = within(list ?? first);
    const taken = await offered.findByRole('option', { name: 'In what town was your first job?' }, slow);
    expect(taken.getAttribute('data-combobox-disabled')).toBe('true');
    await person.click(taken);
    expect(first.value).toBe('');
    await person.click(offered.getByRole('option', { name: 'What was the make of your first car?' }));
    await waitFor(() => expect(first.value).toBe('What was the make of your first car?'), slow);
  });

  it('have answers that are hidden until they are shown, by keyboard too', async () => {
    const { person } = await drawWizard(carelonMbm, [stepOf(fieldNamed(carelonMbm, 'securityAnswer1'))]);
    const answer = screen.getByLabelText<HTMLInputElement>(/^Answer 1/u);
    await person.type(answer, 'Otter Lane');
    expect(answer.type).toBe('password');
    await person.tab();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Show Answer 1' }));
    await person.keyboard('{Enter}');
    expect(answer.type).toBe('text');
  });
});

describe('other kinds', () => {
  it('D7: a date is the system’s own input, and the answer a day of ISO 8601', async () => {
    const field = fieldNamed(providerCentral, 'claim1AdvisoryDate');
    const { person, sent } = await drawWizard(providerCentral, [stepOf(field)]);
    const date = screen.getByLabelText<HTMLInputElement>(/^Claim 1: Advisory date/u);
    expect(date.type).toBe('date');
    await person.type(date, '2026-02-03');
    await person.click(submit());
    await waitFor(() => expect(sent).toEqual([{ claim1AdvisoryDate: '2026-02-03' }]), slow);
  });

  it('D4: an NPI with a mistyped digit is told beside it, a provider number is taken', async () => {
    const { person, sent } = await drawWizard(providerCentral, [stepOf(fieldNamed(providerCentral, 'providerNumber'))]);
    const number = screen.getByLabelText<HTMLInputElement>(/^NPI or Blue Cross provider number/u);
    await person.type(number, '1234567890{Enter}');
    expect(await screen.findByText(/This NPI has a mistyped digit/u, {}, slow)).toBeTruthy();
    await person.clear(number);
    await person.type(number, 'p204417{Enter}');
    await waitFor(() => expect(sent).toEqual([{ providerNumber: 'P204417' }]), slow);
  });

  it('a username is told to password managers as one', async () => {
    await drawWizard(carelonMbm, [stepOf(fieldNamed(carelonMbm, 'username'))]);
    expect(screen.getByLabelText(/^Username/u).getAttribute('autocomplete')).toBe('username');
  });

  it('a choice among few options closes those that are taken elsewhere', async () => {
    const options = ['one', 'two'].map((option) => ({ value: option, label: option }));
    const both = (['left', 'right'] as const).map((id) => ({
      id,
      label: id,
      kind: 'choice' as const,
      required: true,
      options,
      differsFrom: [id === 'left' ? 'right' : 'left'],
    }));
    await drawWizard(carelonMbm, [stepOf(...both)], { start: { right: 'two' } });
    const [leftOne, leftTwo, rightOne] = screen.getAllByRole<HTMLInputElement>('radio');
    expect([leftOne?.disabled, leftTwo?.disabled, rightOne?.disabled]).toEqual([false, true, false]);
  });
});
