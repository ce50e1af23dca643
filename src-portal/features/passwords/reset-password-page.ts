import type { FieldProblem } from '../../../src-shared/errors.ts';
import type { PortalDefinition, Step } from '../../../src-shared/portals/definition.ts';
import type { LinkProblem } from '../../identity/link-token.ts';
import { html, type Page } from '../../pages/page.ts';
import { fieldHtml } from '../invitations/invitation-fields.ts';
import { resetPasswordPath } from './send-password-reset.ts';

/** What the page asks for, checked as the passwords of a registration are. */
export const resetStep: Step = {
  id: 'reset-password',
  title: 'Reset Your Password',
  fields: [
    { id: 'password', label: 'New password', kind: 'new-password', required: true, secret: true },
    { id: 'passwordAgain', label: 'New password again', kind: 'password-again', required: true, secret: true },
  ],
  action: 'Set new password',
};

/** The form; with problems it has been sent before. Passwords are never sent back. */
export function resetPasswordPage(
  portal: PortalDefinition,
  token: string,
  email: string,
  problems: readonly FieldProblem[],
): Page {
  const problemOf = (fieldId: string) => problems.find(({ path }) => path === fieldId)?.code ?? null;
  return {
    portal,
    title: resetStep.title,
    body: html`<p>Choose a new password for <strong>${email}</strong>.</p>
      <p class="hint">
        At least ${portal.passwordPolicy.minLength} characters, not easily guessed, without your email address. A few
        unrelated words make a good one.
      </p>
      ${
        problems.length === 0
          ? null
          : html`<p class="problem" role="alert">
            The password is not changed yet. Please check what is marked below and enter both again.
          </p>`
      }
      <form method="post" action="${resetPasswordPath(portal.id)}" novalidate>
        <input type="hidden" name="token" value="${token}" />
        <input type="text" name="username" autocomplete="username" value="${email}" readonly hidden />
        ${resetStep.fields.map((field) => fieldHtml(portal, { field, value: '', problem: problemOf(field.id) }))}
        <button type="submit">${resetStep.action}</button>
      </form>`,
  };
}

export const passwordSetPage = (portal: PortalDefinition): Page => ({
  portal,
  title: 'Your password was changed',
  body: html`<p>Wherever you were signed in before, you are signed out now.</p>
    <p>Open Portal Desk and sign in to the ${portal.name} with your new password. You may close this page.</p>`,
});

const problems: Readonly<Record<LinkProblem, { readonly title: string; readonly text: string }>> = {
  unknown: {
    title: 'This link does not work',
    text: 'Please check that the whole link was opened: some mail programs break long lines. A link also ends when the password is changed. Have a new one sent: choose Forgot your password? on the sign-in screen.',
  },
  expired: {
    title: 'This link has expired',
    text: 'Links are good for 30 minutes. Have a new one sent: choose Forgot your password? on the sign-in screen.',
  },
  used: {
    title: 'This link has been used already',
    text: 'A new password was set with it. If you have forgotten it, have a new link sent: choose Forgot your password? on the sign-in screen.',
  },
};

export const problemPage = (portal: PortalDefinition, problem: LinkProblem): Page => ({
  portal,
  title: problems[problem].title,
  body: html`<p>${problems[problem].text}</p>`,
});
