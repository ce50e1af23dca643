import type { FieldProblem } from '../../../src-shared/errors.ts';
import type { Agreement, Field, PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { html, type Html } from '../../pages/page.ts';
import { fieldProblemText } from './field-problem-text.ts';

export interface FilledField {
  readonly field: Field;
  /** What was entered before; never a password. */
  readonly value: string;
  readonly problem: FieldProblem['code'] | null;
}

/** One field of the form with its label, hint and problem, tied together for screen readers. */
export function fieldHtml(portal: PortalDefinition, { field, value, problem }: FilledField): Html {
  const hintId = field.hint === undefined ? '' : `${field.id}-hint`;
  const problemId = problem === null ? '' : `${field.id}-problem`;
  const described = `${hintId} ${problemId}`.trim();
  const attributes = html`id="${field.id}" name="${field.id}" required
  ${described === '' ? null : html`aria-describedby="${described}"`}
  ${problem === null ? null : html`aria-invalid="true"`}`;
  const hint = field.hint === undefined ? null : html`<p class="hint" id="${hintId}">${field.hint}</p>`;
  const text =
    problem === null
      ? null
      : html`<p class="problem" id="${problemId}">${fieldProblemText(portal, field, problem)}</p>`;
  if (field.kind === 'agreement') {
    return html`<div class="field">
      <label class="choice">
        <input type="checkbox" ${attributes} ${value === '' ? null : html`checked`} /> ${field.label}
      </label>
      ${text}
    </div>`;
  }
  return html`<div class="field">
    <label for="${field.id}">${field.label}</label>
    ${hint}
    <input ${attributes} ${inputHtml(field, value)} />
    ${text}
  </div>`;
}

const inputHtml = (field: Field, value: string): Html =>
  isPassword(field)
    ? html`type="password" autocomplete="new-password"`
    : html`type="text" value="${value}"
      autocomplete="${field.id === 'firstName' ? 'given-name' : field.id === 'lastName' ? 'family-name' : 'off'}"`;

export const isPassword = (field: Field): boolean => field.kind === 'new-password' || field.kind === 'password-again';

/** The text that is agreed to, in a region of its own. */
export const agreementHtml = (agreement: Agreement): Html =>
  html`<section aria-labelledby="${agreement.id}">
    <h2 id="${agreement.id}">${agreement.title}</h2>
    ${agreement.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
  </section>`;
