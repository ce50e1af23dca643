import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  reduceWizard,
  startWizard,
  stepError,
  visibleFields,
  withoutSecrets,
  type WizardEvent,
  type WizardState,
} from '../../../../src-renderer/components/wizard/wizard-state.ts';
import type { Answers } from '../../../../src-shared/portals/answers.ts';
import { providerCentral } from '../../../../src-shared/portals/provider-central.ts';
import { cca } from '../../../../src-shared/portals/cca.ts';

const { steps } = cca.registration;
const fresh = startWizard(steps, undefined);
const run = (...events: WizardEvent[]): WizardState => events.reduce(reduceWizard(steps), fresh);
const found = { organizationName: 'Harborview', providerId: 'G1', hasAdministrator: true };

describe('the wizard', () => {
  it('starts at the first step, with nothing wrong', () => {
    expect(fresh).toMatchObject({ stepIndex: 0, phase: 'editing', problems: [], error: null });
  });

  it('comes back to where it was left, but no further than a secret that has to be typed again', () => {
    expect(startWizard(steps, { answers: {}, stepIndex: 2, found: null }).stepIndex).toBe(0);
    expect(startWizard(cca.linkAccount.steps, { answers: {}, stepIndex: 1, found }).stepIndex).toBe(1);
  });

  it('puts a refusal where its field is, even on an earlier step, and keeps every answer', () => {
    const state = run(
      { kind: 'answered', field: 'email', answer: 'nora@example.com' },
      { kind: 'advanced' },
      { kind: 'advanced', found },
      { kind: 'asked' },
      { kind: 'refused', error: { code: 'invalid_input', fields: [{ path: 'email', code: 'email_format' }] } },
    );
    expect(state).toMatchObject({ stepIndex: 0, phase: 'editing', error: null, refusals: 1, found });
    expect(state.answers).toEqual({ email: 'nora@example.com' });
  });

  it('keeps a refusal without a field as the error of the step', () => {
    const state = run({ kind: 'advanced' }, { kind: 'asked' }, { kind: 'refused', error: { code: 'offline' } });
    expect(state).toMatchObject({ stepIndex: 1, error: { code: 'offline' }, problems: [] });
  });

  it('shows a mismatch both as a whole and beside each field', () => {
    const state = run(
      { kind: 'advanced' },
      { kind: 'refused', error: { code: 'no_match', fields: [{ path: 'zip', code: 'no_match' }] } },
    );
    expect(state).toMatchObject({ stepIndex: 1, error: { code: 'no_match' }, problems: [{ path: 'zip' }] });
  });

  it('takes away the problem of a field once it is answered anew, and of no other', () => {
    const refused = run({
      kind: 'refused',
      error: {
        code: 'invalid_input',
        fields: [
          { path: 'email', code: 'required' },
          { path: 'firstName', code: 'required' },
        ],
      },
    });
    const state = reduceWizard(steps)(refused, { kind: 'answered', field: 'email', answer: 'a' });
    expect(state.problems).toEqual([{ path: 'firstName', code: 'required' }]);
  });

  it('never leaves its steps and never loses an answer, whatever happens', () => {
    const event = fc.oneof(
      fc.constant<WizardEvent>({ kind: 'asked' }),
      fc.constant<WizardEvent>({ kind: 'advanced' }),
      fc.constant<WizardEvent>({ kind: 'refused', error: { code: 'offline' } }),
      fc.constantFrom('email', 'zip', 'nothing').map<WizardEvent>((path) => ({
        kind: 'refused',
        error: { code: 'invalid_input', fields: [{ path, code: 'required' }] },
      })),
    );
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const state = run({ kind: 'answered', field: 'zip', answer: '02108' }, ...events);
        expect(state.answers).toEqual({ zip: '02108' });
        expect(steps[state.stepIndex]).toBeDefined();
      }),
      { seed: 11 },
    );
  });
});

it('asks only for the fields that the other answers call for (C2-C4)', () => {
  const eligibility = steps[1];
  if (eligibility === undefined) throw new Error('no such step');
  const ids = (providerType: string) => visibleFields(eligibility, { providerType }).map(({ id }) => id);
  expect(ids('group')).toEqual(['providerType', 'groupName', 'taxId', 'providerId', 'zip']);
  expect(ids('practitioner')).toContain('practitionerLastName');
  expect(ids('')).not.toContain('groupName');
});

it('checks a step alone, and lets nothing secret into a draft', () => {
  const [account] = steps;
  if (account === undefined) throw new Error('no such step');
  const answers = {
    firstName: 'Nora',
    lastName: 'Quist',
    email: 'nora@example.com',
    password: 'seven quiet otters',
    passwordAgain: 'seven quiet otters',
  };
  expect(stepError(account, answers, cca.passwordPolicy)).toBeNull();
  expect(stepError(account, { ...answers, passwordAgain: 'other' }, cca.passwordPolicy)?.fields).toEqual([
    { path: 'passwordAgain', code: 'password_mismatch' },
  ]);
  expect(withoutSecrets(steps, answers)).toEqual({ firstName: 'Nora', lastName: 'Quist', email: 'nora@example.com' });
});

describe('steps that are not in sight', () => {
  const { steps: ways } = providerCentral.linkAccount;
  const start = (answers: Answers, stepIndex: number) => startWizard(ways, { answers, stepIndex, found });
  const after = (state: WizardState, ...events: WizardEvent[]) => events.reduce(reduceWizard(ways), state);
  const places = Object.fromEntries(ways.map(({ id }, place) => [id, place]));

  it('are passed over both ways', () => {
    const state = start({ associationRoute: 'mailed-pin' }, places['route'] ?? -1);
    const next = after(state, { kind: 'advanced' });
    expect(next.stepIndex).toBe(places['mailed-pin']);
    expect(after(next, { kind: 'went-back' }).stepIndex).toBe(places['route']);
  });

  it('are not where a draft opens', () => {
    expect(start({ associationRoute: 'claims' }, places['mailed-pin'] ?? -1).stepIndex).toBe(0);
    expect(start({ associationRoute: 'claims' }, 99).stepIndex).toBe(0);
  });

  it('keep no problem from the step that is', () => {
    const state = after(start({ associationRoute: 'claims' }, places['claims'] ?? -1), {
      kind: 'refused',
      error: { code: 'claims_not_confirmed' },
    });
    expect(state).toMatchObject({ stepIndex: places['claims'], error: { code: 'claims_not_confirmed' } });
  });
});

describe('A7: a review', () => {
  const reviewed = run({ kind: 'answered', field: 'zip', answer: '02108' }, { kind: 'reviewed' });

  it('is left for one step, which leads back, or for all of them', () => {
    expect(reviewed).toMatchObject({ reviewing: true, stepIndex: steps.length - 1 });
    const one = reduceWizard(steps)(reviewed, { kind: 'edited', stepIndex: 1 });
    expect(one).toMatchObject({ reviewing: false, returnsToReview: true, stepIndex: 1 });
    const all = reduceWizard(steps)(reviewed, { kind: 'edited', stepIndex: null });
    expect(all).toMatchObject({ reviewing: false, returnsToReview: false, stepIndex: 0, answers: { zip: '02108' } });
  });

  it('stays for a refusal without a field, and opens the step of one with it', () => {
    const offline = reduceWizard(steps)(reviewed, { kind: 'refused', error: { code: 'offline' } });
    expect(offline).toMatchObject({ reviewing: true, error: { code: 'offline' } });
    const taken = { code: 'invalid_input' as const, fields: [{ path: 'email', code: 'taken' as const }] };
    expect(reduceWizard(steps)(reviewed, { kind: 'refused', error: taken })).toMatchObject({
      reviewing: false,
      returnsToReview: true,
      stepIndex: 0,
      error: null,
    });
  });
});

it('starting over leaves nothing behind', () => {
  const state = run(
    { kind: 'answered', field: 'zip', answer: '02108' },
    { kind: 'advanced', found },
    {
      kind: 'restarted',
      answers: {},
    },
  );
  expect(state).toEqual(fresh);
});
