import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createWizardDrafts, WizardDraftsProvider } from '../../../../src-renderer/components/wizard/wizard-drafts.tsx';
import { Wizard } from '../../../../src-renderer/components/wizard/wizard.tsx';
import { fieldText } from '../../../../src-renderer/lib/field-texts.ts';
import { isVisible, validateAnswers, type Answers } from '../../../../src-shared/portals/answers.ts';
import type { Field, Step } from '../../../../src-shared/portals/definition.ts';
import type { AnyAnswers } from '../../../portal-answers/kind-rule.ts';
import { kindRule } from '../../../portal-answers/kind-rules.ts';
import {
  allWizards,
  asAnswers,
  fieldOfPath,
  showing,
  validAnswers,
  type WizardCase,
} from '../../../portal-answers/wizards.ts';
import { renderScreen } from '../../render-screen.tsx';

// drawing a whole form again and again takes its time on a busy machine
vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);

type StepOfWizard = readonly [name: string, wizard: WizardCase, step: Step];
/** Each once: many a portal links one more ID by a step of its registration. */
const steps = allWizards
  .flatMap((wizard) =>
    wizard.steps.map((step): StepOfWizard => [`${wizard.portal.id} ${wizard.name}: ${step.title}`, wizard, step]),
  )
  .filter(([, , step], place, all) => all.findIndex(([, , other]) => other === step) === place)
  .filter(([, , step]) => drawnFields(step).length > 0);

/** What the step's own button accepts is not drawn (D4). */
function drawnFields({ fields, agreement }: Step): readonly Field[] {
  return agreement?.acceptedAtItsEnd === true ? fields.filter(({ kind }) => kind !== 'agreement') : fields;
}

/** Valid answers with which the step is in sight. */
const answersAt = (wizard: WizardCase, step: Step, seed: number): AnyAnswers =>
  validAnswers(
    wizard,
    seed,
    step.fields.reduce((given, field) => ({ ...given, ...(step.visibleWhen && showing(wizard, field)) }), {}),
  );

const blankOf = (value: unknown): unknown => (typeof value === 'boolean' ? false : Array.isArray(value) ? [] : '');

/** The wizard as it stands when somebody has come to this step and answered everything so. */
async function openStep({ portal, steps: all }: WizardCase, step: Step, answers: AnyAnswers) {
  const store = createWizardDrafts();
  store.getState().keep('test', { answers: asAnswers(answers), stepIndex: all.indexOf(step), found: null });
  const sent: Answers[] = [];
  const { person } = await renderScreen(
    <WizardDraftsProvider store={store}>
      <Wizard
        portalId={portal.id}
        draftKey="test"
        steps={all}
        policy={portal.passwordPolicy}
        checkEligibility={(asked) => {
          sent.push(asked);
          return Promise.reject(new Error('not asked'));
        }}
        submit={(_id, asked) => {
          sent.push(asked);
          return Promise.reject(new Error('not sent'));
        }}
        onCancel={() => undefined}
      />
    </WizardDraftsProvider>,
  );
  await screen.findByRole('heading', { level: 2, name: step.title });
  return { person, sent };
}

/** What carries the field's label: an input, or the group of its radio buttons. */
function controlOf({ label }: Field): HTMLElement {
  const escaped = label.replaceAll(/[$()*+./?[\\\]^{|}]/gu, '\\$&');
  const labelled = screen.getAllByLabelText(new RegExp(`^${escaped}(?: \\*)?$`, 'u'));
  const control =
    labelled.find((element) => element instanceof HTMLInputElement && element.type !== 'radio') ?? labelled[0];
  if (control === undefined) throw new Error(`Nothing is labelled ${label}`);
  return control;
}

const isTyped = (control: HTMLElement): control is HTMLInputElement =>
  control instanceof HTMLInputElement && ['text', 'password'].includes(control.type) && !isChosen(control);
const isChosen = (control: HTMLElement): boolean => control.getAttribute('aria-haspopup') === 'listbox';

/** Everything that stands in the form, by the order of its controls. */
const standing = (): string[] =>
  [...document.querySelectorAll<HTMLInputElement>('form input')].map(({ type, value, checked }) =>
    type === 'radio' || type === 'checkbox' ? `${value} ${String(checked)}` : value,
  );

const problemOf = (wizard: WizardCase, step: Step, field: Field, answers: AnyAnswers): string | undefined => {
  const checked = validateAnswers([step], asAnswers(answers), wizard.portal.passwordPolicy);
  const code = checked.ok ? undefined : checked.error.find(({ path }) => fieldOfPath(path) === field.id)?.code;
  return code === undefined ? undefined : fieldText(code);
};

/** The message stands beside the field, for those who see it and for those who do not, and the focus is on it. */
function expectTold(field: Field, message: string | undefined): void {
  const control = controlOf(field);
  expect(control.getAttribute('aria-invalid'), field.id).toBe('true');
  const described = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '');
  expect(
    described.map((id) => document.getElementById(id)?.textContent),
    `${field.id} is described by its message`,
  ).toContain(message);
  expect(control.contains(document.activeElement), `the focus is on ${field.id}`).toBe(true);
}

const onlyItem = (value: unknown): string[] =>
  Array.isArray(value) && value.length === 1 && typeof value[0] === 'string' ? [value[0]] : [];

/** The answer after something was typed into the control: of a list, the first item. */
const answerOf = ({ id, kind }: Field, text: string, { [id]: before }: AnyAnswers): unknown =>
  kind === 'tax-ids' && Array.isArray(before) ? before.with(0, text) : text;

/** What a person may type: one line of letters, digits and signs, and something that only a clipboard brings. */
function wrongTexts(wizard: WizardCase, field: Field): string[] {
  const texts = kindRule(field, wizard.portal.passwordPolicy).malformed.flatMap(([, value]) =>
    field.kind === 'tax-ids' ? onlyItem(value) : typeof value === 'string' ? [value] : [],
  );
  const typed = texts.filter((text) => /^[\u0020-\u007e]{1,300}$/u.test(text));
  const pasted = texts.filter((text) => /[\u202e\u{1f300}-\u{1faff}]/u.test(text));
  return [...typed.slice(0, 1), ...pasted.slice(0, 1)];
}

describe.each(steps)('%s', (_name, wizard, step) => {
  const fields = drawnFields(step).map((field) => [field.id, field] as const);

  it.each(fields)('%s: a malformed answer is told beside it, and all others stand', async (_id, field) => {
    const answers = validAnswers(wizard, 31, showing(wizard, field));
    for (const text of wrongTexts(wizard, field)) {
      const { person, sent } = await openStep(wizard, step, answers);
      const control = controlOf(field);
      if (!isTyped(control)) {
        cleanup();
        return;
      }
      act(() => control.focus());
      await person.clear(control);
      // letter by letter where that is soon done
      if (text.length < 20) await person.keyboard(text.replaceAll(/[{[]/gu, '$&$&'));
      else await person.paste(text);
      const before = standing();
      await person.keyboard('{Enter}');
      const given = { ...answers, [field.id]: answerOf(field, text, answers) };
      await waitFor(() => expectTold(field, problemOf(wizard, step, field, given)));
      expect(standing()).toEqual(before);
      expect(sent).toEqual([]);
      cleanup();
    }
  });

  it('has a wrong text for each field that is typed into', async () => {
    const answers = answersAt(wizard, step, 34);
    await openStep(wizard, step, answers);
    const visible = drawnFields(step).filter((field) => isVisible(field, asAnswers(answers)));
    const chosen = new Set<Field['kind']>(['agreement', 'association-route', 'choice', 'date']);
    const picked = new Set<Field['kind']>([...chosen, 'health-plans', 'organization', 'state']);
    const typed = visible.filter((field) => !chosen.has(field.kind) && isTyped(controlOf(field)));
    expect(typed).toEqual(visible.filter(({ kind }) => !picked.has(kind)));
    for (const field of typed) expect(wrongTexts(wizard, field), field.id).not.toEqual([]);
  });

  const required = fields.filter(([, field]) => field.required);
  it.each(required)('%s: no answer is told beside it, and all others stand', async (_id, field) => {
    const answers = Object.fromEntries(
      Object.entries(validAnswers(wizard, 32, showing(wizard, field))).map(([id, value]) =>
        id === field.id ? [id, blankOf(value)] : [id, value],
      ),
    );
    const { person, sent } = await openStep(wizard, step, answers);
    const before = standing();
    const action = screen.getByRole('button', { name: step.action });
    act(() => action.focus());
    await person.keyboard('{Enter}');
    await waitFor(() => expectTold(field, problemOf(wizard, step, field, answers)));
    expect(standing()).toEqual(before);
    expect(sent).toEqual([]);
  });

  it('of several wrong fields the first has the focus, and each has its message', async () => {
    const valid = answersAt(wizard, step, 33);
    const own = new Set(step.fields.map(({ id }) => id));
    const answers = Object.fromEntries(
      Object.entries(valid).map(([id, value]) => [id, own.has(id) ? blankOf(value) : value]),
    );
    const { person } = await openStep(wizard, step, answers);
    await person.click(screen.getByRole('button', { name: step.action }));
    const wrong = step.fields.filter((field) => problemOf(wizard, step, field, answers) !== undefined);
    const [first] = wrong;
    if (first === undefined) throw new Error('A step asks for something');
    await waitFor(() => expectTold(first, problemOf(wizard, step, first, answers)));
    for (const field of wrong) expect(controlOf(field).getAttribute('aria-invalid'), field.id).toBe('true');
  });
});
