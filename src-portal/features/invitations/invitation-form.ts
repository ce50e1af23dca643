import { fieldProblems, type FieldProblem } from '../../../src-shared/errors.ts';
import { validateAnswers } from '../../../src-shared/portals/answers.ts';
import type { Agreement, Field, PortalDefinition, Step } from '../../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import { z } from 'zod';

const asked = ['firstName', 'lastName', 'password', 'passwordAgain'];

/** What somebody without an account answers to an invitation: the account part of the portal's own registration. */
export function invitationSteps(portal: PortalDefinition): readonly Step[] {
  return portal.registration.steps
    .map((step) => ({ ...step, fields: step.fields.filter(isAsked) }))
    .filter((step) => step.fields.length > 0);
}

const isAsked = (field: Field): boolean => field.kind === 'agreement' || asked.includes(field.id);

/** The agreements that come with access to the portal, for any organization. */
export const invitationAgreements = (portal: PortalDefinition): readonly Agreement[] =>
  invitationSteps(portal).flatMap((step) => step.agreement ?? []);

export interface NewAccount {
  readonly firstName: string;
  readonly lastName: string;
  readonly password: string;
}

const newAccountSchema = z.object({ firstName: z.string(), lastName: z.string(), password: z.string() });

/** Checks a submitted form with the rules of the portal's registration. A ticked box arrives as any text at all. */
export function parseNewAccount(
  portal: PortalDefinition,
  email: string,
  form: Readonly<Record<string, string>>,
): Result<NewAccount, FieldProblem[]> {
  const steps = invitationSteps(portal);
  const answers = Object.fromEntries(
    steps
      .flatMap((step) => step.fields)
      .map((field) => [field.id, field.kind === 'agreement' ? form[field.id] !== undefined : (form[field.id] ?? '')]),
  );
  const checked = validateAnswers(steps, { ...answers, email }, portal.passwordPolicy);
  if (!checked.ok) return checked;
  const account = newAccountSchema.safeParse(checked.value);
  return account.success ? ok(account.data) : fail(fieldProblems(account.error));
}
