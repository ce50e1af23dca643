import { expect, type Page } from '@playwright/test';
import { isVisible, type Answer, type Answers } from '../../../src-shared/portals/answers.ts';
import type { Field, PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { guidedSteps, type GuidedTask } from '../../../src-shared/portals/guided-steps.ts';
import { asAnswers, validAnswers } from '../../portal-answers/wizards.ts';

const exactly = (label: string): RegExp =>
  new RegExp(`^${label.replaceAll(/[.*+?^$(){}|[\]\\]/gu, String.raw`\$&`)}(\\s*\\*)?$`, 'u');

/** Answers to everything that a guided wizard asks; `given` stays as it is. */
export function guidedAnswers(portal: PortalDefinition, task: GuidedTask, given: Answers): Answers {
  const name = task === 'link-account' ? 'linkAccount' : 'registration';
  const steps = guidedSteps(portal, task);
  const known = { recordReference: 'REF-2048', recordNote: 'By the office', ...given };
  return asAnswers(validAnswers({ portal, name, steps } as Parameters<typeof validAnswers>[0], 1, known));
}

/** From the wizard's first step to the end, as a person fills it in. `onStep` looks at each step that is filled in. */
export async function fillGuidedWizard(
  page: Page,
  portal: PortalDefinition,
  task: GuidedTask,
  answers: Answers,
  onStep: (title: string) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  for (const step of guidedSteps(portal, task).filter((each) => isVisible(each, answers))) {
    await expect(page.getByRole('heading', { level: 2, name: step.title, exact: true })).toBeVisible();
    for (const field of step.fields.filter((each) => isVisible(each, answers))) {
      const answer = answers[field.id];
      if (answer !== undefined) await fillField(page, field, answer);
    }
    await onStep(step.title);
    await page.getByRole('button', { name: step.action, exact: true }).click();
  }
}

async function fillField(page: Page, field: Field, answer: Answer): Promise<void> {
  const { kind, label, options = [] } = field;
  if (kind === 'agreement') {
    await page.getByRole('checkbox', { name: exactly(label) }).check();
  } else if (kind === 'choice' || kind === 'association-route') {
    const chosen = options.find(({ value }) => value === answer)?.label ?? '';
    const radio = page.getByRole('radio', { name: exactly(chosen) });
    if ((await radio.count()) > 0) await radio.check();
    else {
      await page.getByRole('combobox', { name: exactly(label) }).click();
      await page.getByRole('option', { name: chosen, exact: true }).click();
    }
  } else if (kind === 'state') {
    await page.getByRole('combobox', { name: exactly(label) }).fill(`(${String(answer)})`);
    await page.getByRole('option', { name: `(${String(answer)})` }).click();
  } else {
    const text = typeof answer === 'object' ? (answer[0] ?? '') : String(answer);
    const name = exactly(label);
    const box = kind === 'date' ? page.getByLabel(name) : page.getByRole('textbox', { name });
    await box.first().fill(text);
  }
}
