import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DeskFailure } from '../../../../src-renderer/lib/desk-client.ts';
import { carelonMbm } from '../../../../src-shared/portals/carelon-mbm.ts';
import type { Answers } from '../../../../src-shared/portals/answers.ts';
import type { DeskError } from '../../../../src-shared/errors.ts';
import { allWizards, asAnswers, validAnswers } from '../../../portal-answers/wizards.ts';
import { createFakeDesk } from '../../fake-desk.ts';
import { expectedPlan, knownTaxIds } from '../../fake-desk-health-plans.ts';
import { drawWizard } from './draw-wizard.tsx';

// typing into a whole form takes its time on a busy machine
vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);
const slow = { timeout: 20_000 };

const { steps, review } = carelonMbm.registration;
const wizard = allWizards.find(({ portal, name }) => portal === carelonMbm && name === 'registration');
if (wizard === undefined) throw new Error('The catalogue has this portal');
const answers: Answers = {
  ...asAnswers(validAnswers(wizard, 5)),
  firstName: 'Robin',
  state: 'MA',
  username: 'robin.vale.desk',
  password: 'seven quiet otters',
  passwordAgain: 'seven quiet otters',
  securityAnswer1: 'Otter Lane',
  taxIds: [knownTaxIds[0] ?? '', knownTaxIds[1] ?? ''],
  healthPlans: [expectedPlan.id],
};

/** Through all steps, each filled in already, to the review. */
async function openReview(refusal?: DeskError, desk = createFakeDesk()) {
  const submissions: Answers[] = [];
  const drawn = await drawWizard(
    carelonMbm,
    steps,
    {
      review,
      start: answers,
      submit: (_id, sent) => {
        submissions.push(sent);
        return refusal === undefined ? Promise.resolve() : Promise.reject(new DeskFailure(refusal));
      },
    },
    desk,
  );
  for (const step of steps) {
    await screen.findByRole('heading', { level: 2, name: step.title }, slow);
    await drawn.person.click(screen.getByRole('button', { name: step.action }));
  }
  await screen.findByRole('heading', { level: 2, name: review?.title ?? '' }, slow);
  return { ...drawn, submissions };
}
const section = (name: RegExp) => within(screen.getByRole('region', { name }));

describe('A7: the review', () => {
  it('shows the completed form by sections, in words, with what is secret masked', async () => {
    await openReview();
    expect(screen.getByRole('heading', { level: 2 })).toBe(document.activeElement);
    const details = section(/Section 1/u);
    expect(details.getByText('Robin')).toBeTruthy();
    expect(details.getByText('Massachusetts')).toBeTruthy();
    expect(details.getAllByRole('term')).toHaveLength(11);
    const plans = section(/Section 3/u);
    expect(await plans.findByText(expectedPlan.name, {}, slow)).toBeTruthy();
    expect(plans.getByText(knownTaxIds.slice(0, 2).join(', '))).toBeTruthy();
    expect(section(/Section 4/u).getByText('Yes')).toBeTruthy();
    const login = section(/Section 2/u);
    expect(login.queryByText('Password again')).toBeNull();
    expect(login.getAllByRole('img', { name: 'masked' })).toHaveLength(8);
    expect(document.body.textContent).not.toContain('otters');
    expect(document.body.textContent).not.toContain('Otter Lane');
  });

  it('Show Answer reveals one answer, by keyboard, and hides it again', async () => {
    const { person } = await openReview();
    screen.getByRole('button', { name: 'Show Answer: Password' }).focus();
    await person.keyboard('{Enter}');
    expect(screen.getByText('seven quiet otters')).toBeTruthy();
    expect(screen.queryByText('Otter Lane')).toBeNull();
    await person.keyboard('{Enter}');
    expect(screen.queryByText('seven quiet otters')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Show Answer: Password' }));
  });

  it('prints what is revealed and nothing more, and says where it is', async () => {
    const { person, desk } = await openReview();
    await person.click(screen.getByRole('button', { name: 'Show Answer: Username' }));
    await person.click(screen.getByRole('button', { name: 'Print the form' }));
    expect(await screen.findByText(/saved as \/home\/anna/u, {}, slow)).toBeTruthy();
    const [printed] = desk.inputsOf('forms.print');
    expect(printed).toMatchObject({ title: review?.title, portalName: carelonMbm.name });
    expect(printed?.sections.map(({ title }) => title)).toEqual(steps.map(({ title }) => title));
    const text = JSON.stringify(printed);
    expect(text).toContain('robin.vale.desk');
    expect(text).toContain(expectedPlan.name);
    expect(text).not.toContain('otters');
    expect(text).not.toContain('Otter Lane');
  });

  it('says when the disk refuses, and prints again when asked', async () => {
    const desk = createFakeDesk();
    desk.failWith('forms.print', { code: 'file_not_written' });
    const { person } = await openReview(undefined, desk);
    await person.click(screen.getByRole('button', { name: 'Print the form' }));
    expect((await screen.findByRole('alert', {}, slow)).textContent).toContain('The file could not be saved');
    desk.failWith('forms.print', null);
    await person.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/saved as/u, {}, slow)).toBeTruthy();
  });

  it('Edit leads through all steps once more, answers kept', async () => {
    const { person, title } = await openReview();
    await person.click(screen.getByRole('button', { name: 'Edit' }));
    await waitFor(() => expect(title()).toBe(steps[0]?.title), slow);
    expect(screen.getByLabelText<HTMLInputElement>(/^First Name/u).value).toBe('Robin');
    await person.click(screen.getByRole('button', { name: 'Next' }));
    await waitFor(() => expect(title()).toBe(steps[1]?.title), slow);
  });

  it('Edit of one section leads back to the review, with the change in it', async () => {
    const { person, title, submissions } = await openReview();
    await person.click(screen.getByRole('button', { name: 'Edit Section 1 - User Details' }));
    const name = await screen.findByLabelText<HTMLInputElement>(/^First Name/u, {}, slow);
    await person.clear(name);
    await person.type(name, 'Noor');
    await person.click(screen.getByRole('button', { name: 'Next' }));
    await waitFor(() => expect(title()).toBe(review?.title), slow);
    expect(screen.getByText('Noor')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Submit Registration' }));
    await waitFor(() => expect(submissions).toHaveLength(1), slow);
    expect(submissions[0]).toMatchObject({ firstName: 'Noor', password: 'seven quiet otters' });
  });

  it('Back opens the last step', async () => {
    const { person, title } = await openReview();
    await person.click(screen.getByRole('button', { name: 'Back' }));
    await waitFor(() => expect(title()).toBe(steps.at(-1)?.title), slow);
  });

  it.each([
    ['a username that somebody has', { path: 'username', code: 'taken' }, /^Username/u],
    ['one of the Tax IDs', { path: 'taxIds.1', code: 'no_match' }, /^Tax ID \(TIN\) 2$/u],
  ] as const)('what the portal refuses leads back to its field: %s', async (_, problem, label) => {
    const { person, title } = await openReview({ code: 'invalid_input', fields: [problem] });
    await person.click(screen.getByRole('button', { name: 'Submit Registration' }));
    const field = await screen.findByRole('textbox', { name: label }, slow);
    await waitFor(() => expect(document.activeElement).toBe(field), slow);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await person.clear(field);
    await person.type(field, problem.path === 'username' ? 'another.desk' : '98-7654321');
    await person.click(screen.getByRole('button', { name: 'Next' }));
    await waitFor(() => expect(title()).toBe(review?.title), slow);
  });

  it('a failure without a field is told in the review, where it can be submitted again', async () => {
    const { person, title, submissions } = await openReview({ code: 'offline' });
    await person.click(screen.getByRole('button', { name: 'Submit Registration' }));
    expect((await screen.findByRole('alert', {}, slow)).textContent).toContain('You are offline');
    expect(title()).toBe(review?.title);
    await person.click(screen.getByRole('button', { name: 'Submit Registration' }));
    await waitFor(() => expect(submissions).toHaveLength(2), slow);
  });
});
