import type { FieldProblem } from '../../../src-shared/errors.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { html, type Html, type Page } from '../../pages/page.ts';
import type { AcceptedInvitation } from './accept-invitation.ts';
import type { ClosedInvitation, OpenInvitation } from './find-open-invitation.ts';
import { agreementHtml, fieldHtml, isPassword } from './invitation-fields.ts';
import { invitationAgreements, invitationSteps } from './invitation-form.ts';

/** What the form was sent with, and what was wrong with it. */
export interface Attempt {
  readonly form: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

/** Says who invites to what, and asks for what is missing: an account, or no more than a yes. */
export function invitationPage(
  portal: PortalDefinition,
  token: string,
  open: OpenInvitation,
  attempt: Attempt | null,
): Page {
  const { invitation, organizationName, hasAccount } = open;
  return {
    portal,
    title: `Invitation to ${organizationName}`,
    body: html`<p>
        <strong>${invitation.invited_by}</strong> invites you to use the ${portal.name} for
        <strong>${organizationName}</strong>.
      </p>
      <p>This invitation is for <strong>${invitation.email}</strong>.</p>
      ${attempt === null ? null : html`<p class="problem" role="alert">Please check what is marked below.</p>`}
      <form method="post" action="accept-invitation" novalidate>
        <input type="hidden" name="token" value="${token}" />
        ${hasAccount ? existingAccountHtml(portal) : newAccountHtml(portal, open, attempt)}
        <button type="submit">Accept invitation</button>
      </form>`,
  };
}

const existingAccountHtml = (portal: PortalDefinition): Html =>
  html`<p>You already have an account with this address. Accept to link it; you sign in as before.</p>
    ${invitationAgreements(portal).map(agreementHtml)}
    <p>By accepting you confirm the text above.</p>`;

function newAccountHtml(portal: PortalDefinition, { invitation }: OpenInvitation, attempt: Attempt | null): Html {
  const invited: Readonly<Record<string, string>> = {
    firstName: invitation.first_name,
    lastName: invitation.last_name,
  };
  const values = attempt?.form ?? invited;
  const problemOf = (fieldId: string) => attempt?.problems.find((problem) => problem.path === fieldId)?.code ?? null;
  return html`<p>Set up your account:</p>
    ${invitationSteps(portal).map(
      (step) =>
        html`${step.agreement === undefined ? null : agreementHtml(step.agreement)}
        ${step.fields.map((field) =>
          fieldHtml(portal, {
            field,
            value: isPassword(field) ? '' : (values[field.id] ?? ''),
            problem: problemOf(field.id),
          }),
        )}`,
    )}`;
}

export const acceptedPage = (portal: PortalDefinition, { organizationName, email }: AcceptedInvitation): Page => ({
  portal,
  title: 'Invitation accepted',
  body: html`<p>You can now use the ${portal.name} for <strong>${organizationName}</strong>.</p>
    <p>Open Portal Desk and sign in with <strong>${email}</strong>. You may close this page.</p>`,
});

const closedTexts: Readonly<Record<ClosedInvitation, { readonly title: string; readonly text: string }>> = {
  unknown: {
    title: 'This link no longer works',
    text: 'It may have been replaced by a newer one. Look for a later email, or ask the person who invited you.',
  },
  accepted: {
    title: 'This invitation has been accepted',
    text: 'It works once. Open Portal Desk and sign in with the address that was invited.',
  },
  expired: {
    title: 'This invitation has expired',
    text: 'Ask the person who invited you to send it again.',
  },
  cancelled: {
    title: 'This invitation has been cancelled',
    text: 'If you think that this is a mistake, ask the person who invited you.',
  },
  failed: {
    title: 'This invitation has to be sent again',
    text: 'It was noted as not delivered. Ask the person who invited you to send it again.',
  },
};

export const closedPage = (portal: PortalDefinition, closed: ClosedInvitation): Page => ({
  portal,
  title: closedTexts[closed].title,
  body: html`<p>${closedTexts[closed].text}</p>`,
});
