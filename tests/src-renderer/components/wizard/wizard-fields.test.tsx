import { cleanup, screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Wizard } from '../../../../src-renderer/components/wizard/wizard.tsx';
import { fieldText } from '../../../../src-renderer/lib/field-texts.ts';
import { cca } from '../../../../src-shared/portals/cca.ts';
import { validateAnswers } from '../../../../src-shared/portals/answers.ts';
import type { Field, Step } from '../../../../src-shared/portals/definition.ts';
import { renderScreen } from '../../render-screen.tsx';

// typing into a whole form takes its time on a busy machine
vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);

const drawStep = async (step: Step) => {
  const { person } = await renderScreen(
    <Wizard
      draftKey="test"
      portalId="cca"
      steps={[{ ...step, checksEligibility: false }]}
      policy={cca.passwordPolicy}
      checkEligibility={() => Promise.reject(new Error('not asked'))}
      submit={() => Promise.reject(new Error('not sent'))}
      onCancel={() => undefined}
    />,
  );
  return person;
};

/** The field alone, shown whatever the others say. */
const alone = (field: Field): Step => {
  const { visibleWhen: _ignored, ...always } = field;
  return { id: 'alone', title: 'Alone', fields: [always], action: 'Next' };
};

const allFields = [...cca.registration.steps, ...cca.linkAccount.steps].flatMap((step) => step.fields);
const textFields = [
  ...new Map(
    allFields.filter(({ kind }) => kind !== 'choice' && kind !== 'agreement').map((field) => [field.id, field]),
  ).values(),
];
const choiceFields = allFields.filter(({ kind }) => kind === 'choice' || kind === 'agreement');
const problemOf = (step: Step, answer: string): ReturnType<typeof fieldText> | null => {
  const id = step.fields[0]?.id ?? '';
  const checked = validateAnswers([step], answer === '' ? {} : { [id]: answer }, cca.passwordPolicy);
  return checked.ok ? null : fieldText(checked.error[0]?.code ?? 'invalid_format');
};

describe('wrong input', () => {
  it.each(textFields.map((field) => [field.label, field] as const))(
    'in %s is kept, with the message beside it and the focus on it',
    async (label, field) => {
      const step = alone(field);
      const wrong = fc
        .string({ unit: fc.constantFrom(...Array.from('abc019 -@.#é')), maxLength: 12 })
        .filter((text) => problemOf(step, text) !== null);
      for (const text of fc.sample(wrong, { numRuns: 4, seed: 3 })) {
        const person = await drawStep(step);
        const input = screen.getByLabelText<HTMLInputElement>(new RegExp(`^${label.replaceAll('/', '\\/')}`, 'u'));
        if (text !== '') {
          await person.click(input);
          await person.paste(text);
        }
        await person.click(screen.getByRole('button', { name: 'Next' }));
        expect(input.value).toBe(text);
        expect(input.getAttribute('aria-invalid')).toBe('true');
        const described = (input.getAttribute('aria-describedby') ?? '').split(' ');
        expect(described.map((id) => document.getElementById(id)?.textContent)).toContain(problemOf(step, text));
        expect(document.activeElement).toBe(input);
        cleanup();
      }
    },
  );

  it.each(choiceFields.map((field) => [field.label, field] as const))(
    'a missing answer to %s is told beside it',
    async (_label, field) => {
      const person = await drawStep(alone(field));
      await person.click(screen.getByRole('button', { name: 'Next' }));
      expect(screen.getByText(problemOf(alone(field), '') ?? 'nothing')).toBeTruthy();
      const focused = document.activeElement;
      expect(focused instanceof HTMLInputElement && ['radio', 'checkbox'].includes(focused.type)).toBe(true);
    },
  );
});

describe('help and hints', () => {
  it('the information circle says what the definition says', async () => {
    const zip = allFields.find(({ id }) => id === 'zip');
    if (zip?.help === undefined) throw new Error('The ZIP code has help');
    const person = await drawStep(alone(zip));
    await person.click(screen.getByRole('button', { name: 'Help: ZIP code' }));
    expect(await screen.findByText(zip.help)).toBeTruthy();
  });

  it('an EIN prefix that nobody was given warns and does not block', async () => {
    const taxId = allFields.find(({ kind }) => kind === 'tax-id');
    if (taxId === undefined) throw new Error('no such field');
    const person = await drawStep(alone(taxId));
    await person.type(screen.getByLabelText(/^Tax ID/u), '07-1234567');
    expect(screen.getByRole('status').textContent).toContain('starts with 07');
    await person.clear(screen.getByLabelText(/^Tax ID/u));
    await person.type(screen.getByLabelText(/^Tax ID/u), '12-3456789');
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('the password rules are ticked while one types', async () => {
    const [account] = cca.registration.steps;
    if (account === undefined) throw new Error('no such step');
    const person = await drawStep(account);
    const kept = () =>
      within(screen.getByRole('list', { name: 'What it needs' }))
        .getAllByRole('listitem')
        .map((item) => item.textContent?.endsWith(', kept'));
    await person.type(screen.getByLabelText(/^Email/u), 'nora.quist@example.com');
    const password = screen.getByLabelText(/^Password(?! again)/u);
    expect(kept()).toEqual([false, false, false]);
    await person.type(password, 'nora.quist1');
    expect(kept()).toEqual([true, true, false]);
    await person.clear(password);
    await person.type(password, 'password1');
    expect(kept()).toEqual([true, false, false]);
    await person.clear(password);
    await person.type(password, 'seven quiet otters');
    expect(kept()).toEqual([true, true, true]);
  });

  it('required fields carry an asterisk that is explained', async () => {
    const [account] = cca.registration.steps;
    if (account === undefined) throw new Error('no such step');
    await drawStep(account);
    expect(screen.getByText(/Required fields are marked with a red asterisk\./u)).toBeTruthy();
    expect(screen.getByText('First Name').textContent).toBe('First Name *');
    expect(screen.getByText('Phone').textContent).toBe('Phone');
  });
});
