import type { Answers } from './answers.ts';
import type { Association, Field, PortalDefinition, Step } from './definition.ts';

/** What somebody does at a portal that has only a web site, by the steps of its definition. */
export type GuidedTask = 'registration' | 'account-kept' | 'link-account';

/** The last step, which keeps the record. */
export const recordStepId = 'guided-record';
export const recordFields = { doneOn: 'recordDoneOn', reference: 'recordReference', note: 'recordNote' } as const;

/**
 * The steps of a task as they are drawn and checked in guided mode: nothing is looked up at a service, agreements are read
 * at the portal, and a last step keeps the record and asks for the names that the portal's own steps do not.
 */
export function guidedSteps(portal: PortalDefinition, task: GuidedTask): Step[] {
  const steps = portalSteps(portal, task).map(withoutService);
  return [...steps, recordStep(portal, task, steps)];
}

function portalSteps(portal: PortalDefinition, task: GuidedTask): readonly Step[] {
  switch (task) {
    case 'registration':
      return portal.registration.steps;
    case 'link-account':
      return portal.linkAccount?.steps ?? [];
    default:
      return [];
  }
}

/** Whether the task's steps name an organization, which is then kept with the account. */
export const namesOrganization = ({ association }: PortalDefinition, steps: readonly Step[]): boolean =>
  association !== undefined && fieldsOf(steps).some(({ id }) => id === association.foundBy);

function withoutService({
  checksEligibility: _lookUp,
  agreement: _read,
  showsAdministrators: _asked,
  ...step
}: Step): Step {
  return { ...step, fields: step.fields.map(typedField) };
}

/** What a service would offer to choose from is written down instead. */
function typedField(field: Field): Field {
  if (field.kind !== 'organization' && field.kind !== 'health-plans') return field;
  const { matchesOf: _matches, plansOf: _plans, ...typed } = field;
  return { ...typed, kind: 'line' };
}

function recordStep(portal: PortalDefinition, task: GuidedTask, steps: readonly Step[]): Step {
  const ids = new Set(fieldsOf(steps).map(({ id }) => id));
  const person = task === 'link-account' ? [] : personFields.filter(({ id }) => !ids.has(id));
  const organization = namesOrganization(portal, steps) ? missingOrganizationFields(portal.association, steps) : [];
  return {
    id: recordStepId,
    title: task === 'account-kept' ? 'Keep the account' : 'Keep the record',
    fields: [
      ...person,
      ...organization,
      {
        id: recordFields.doneOn,
        label: task === 'account-kept' ? 'Registered on' : 'Done on',
        kind: 'date',
        required: true,
      },
      {
        id: recordFields.reference,
        label: 'Reference number',
        kind: 'line',
        required: false,
        hint: 'If the portal showed one.',
      },
      { id: recordFields.note, label: 'Note', kind: 'line', required: false },
    ],
    action: task === 'account-kept' ? 'Keep the account' : 'Keep the record',
  };
}

const personFields: readonly Field[] = [
  { id: 'firstName', label: 'First Name', kind: 'person-name', required: true },
  { id: 'lastName', label: 'Last Name', kind: 'person-name', required: true },
  { id: 'email', label: 'Email', kind: 'email', required: true },
];

function missingOrganizationFields(association: Association | undefined, steps: readonly Step[]): Field[] {
  const kinds = new Set(fieldsOf(steps).map(({ kind }) => kind));
  const fields: Field[] = [];
  if (nameFields(association, steps).length === 0) {
    fields.push({ id: 'organizationName', label: 'Organization name', kind: 'line', required: true });
  }
  if (!kinds.has('tax-id') && !kinds.has('tax-ids')) {
    fields.push({ id: 'organizationTaxId', label: 'Tax ID of the organization', kind: 'tax-id', required: true });
  }
  return fields;
}

/** The fields whose answers, joined, are the organization's name. */
function nameFields(association: Association | undefined, steps: readonly Step[]): string[] {
  const asked = new Map(fieldsOf(steps).map((field) => [field.id, field]));
  const named = (association?.compared ?? []).flatMap(({ field, with: fact }) =>
    (fact === 'name' || fact === 'first-name' || fact === 'last-name') && asked.has(field) ? [field] : [],
  );
  // written down instead of chosen in the portal's directory
  const chosen = asked.get(association?.foundBy ?? '')?.kind === 'line' ? [association?.foundBy ?? ''] : [];
  return [...named, ...chosen, ...(asked.has('organizationName') ? ['organizationName'] : [])];
}

const fieldsOf = (steps: readonly Step[]): Field[] => steps.flatMap((step) => step.fields);

/** The steps without what is never kept: passwords, usernames, security answers. */
export const withoutSecretFields = (steps: readonly Step[]): Step[] =>
  steps.map((step) => ({ ...step, fields: step.fields.filter((field) => field.secret !== true) }));

/** What an organization is kept as. */
export interface NamedOrganization {
  readonly providerType: 'practitioner' | 'group';
  readonly name: string;
  readonly providerId: string;
  readonly npi: string | null;
  readonly taxIdLastFour: string;
}

/** Reads the organization out of answers in their normal form. */
export function namedOrganization(
  { association }: PortalDefinition,
  steps: readonly Step[],
  answers: Answers,
): NamedOrganization {
  const text = (id: string): string => {
    const answer = answers[id];
    return typeof answer === 'string' ? answer : '';
  };
  const ofKind = (...kinds: readonly Field['kind'][]): string =>
    kinds
      .flatMap((kind) => fieldsOf(steps).filter((field) => field.kind === kind))
      .map(({ id }) => firstOf(answers[id]))
      .find((answer) => answer !== '') ?? '';
  const npi = [ofKind('npi'), ofKind('npi-or-provider-id')].find((number) => /^\d{10}$/u.test(number)) ?? null;
  return {
    providerType:
      association?.providerType !== undefined && text(association.providerType) === 'practitioner'
        ? 'practitioner'
        : 'group',
    name: nameFields(association, steps).map(text).filter(Boolean).join(' '),
    providerId: ofKind('provider-id', 'npi-or-provider-id', 'npi'),
    npi,
    taxIdLastFour: ofKind('tax-id', 'tax-ids').slice(-4),
  };
}

const firstOf = (answer: Answers[string] | undefined): string =>
  typeof answer === 'string' ? answer : typeof answer === 'object' ? (answer[0] ?? '') : '';
