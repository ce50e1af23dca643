import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { z } from 'zod';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import type { PortalContext } from '../../context.ts';
import { sendError } from '../../http/send-error.ts';
import { formPages, sendPage } from '../../pages/form-pages.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { findOpenInvitation, type ClosedInvitation } from './find-open-invitation.ts';
import { parseNewAccount, type NewAccount } from './invitation-form.ts';
import { acceptInvitationPath } from './invitation-link.ts';
import { acceptedPage, closedPage, invitationPage } from './invitation-page.ts';

const paramsSchema = z.object({ portalId: z.string() });
const tokenSchema = z.object({ token: z.string().max(200).catch('') });
const formSchema = z.record(z.string(), z.string().max(2000)).catch({});

/**
 * The pages behind an invitation's link. Opening one changes nothing; only its form accepts. The token in the form is
 * what entitles to it, so there are no cookies and nothing that another site could make a browser send.
 */
export const invitationPages =
  (context: PortalContext): FastifyPluginAsync =>
  (app) => {
    formPages(app, (scope) => {
      scope.get(acceptInvitationPath, async (request, reply) => {
        const portal = portalOf(request.params);
        if (portal === undefined) return sendError(reply, { code: 'not_found' });
        return showInvitation(context, portal, tokenSchema.parse(request.query).token, reply);
      });
      scope.post(acceptInvitationPath, async (request, reply) => {
        const portal = portalOf(request.params);
        if (portal === undefined) return sendError(reply, { code: 'not_found' });
        return submitInvitation(context, portal, formSchema.parse(request.body), reply);
      });
    });
    return Promise.resolve();
  };

const portalOf = (params: unknown): PortalDefinition | undefined => findPortal(paramsSchema.parse(params).portalId);

async function showInvitation(
  context: PortalContext,
  portal: PortalDefinition,
  token: string,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const open = await findOpenInvitation(context, context.database, portal.id, token);
  if (!open.ok) return sendClosed(reply, portal, open.error);
  return sendPage(reply, invitationPage(portal, token, open.value, null));
}

async function submitInvitation(
  context: PortalContext,
  portal: PortalDefinition,
  form: Readonly<Record<string, string>>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { token } = tokenSchema.parse(form);
  const open = await findOpenInvitation(context, context.database, portal.id, token);
  if (!open.ok) return sendClosed(reply, portal, open.error);
  let newAccount: NewAccount | null = null;
  if (!open.value.hasAccount) {
    const parsed = parseNewAccount(portal, open.value.invitation.email, form);
    if (!parsed.ok) {
      const page = invitationPage(portal, token, open.value, { form, problems: parsed.error });
      return sendPage(reply, page, 400);
    }
    newAccount = parsed.value;
  }
  const accepted = await acceptInvitation(context, portal, token, newAccount);
  if (accepted.ok) return sendPage(reply, acceptedPage(portal, accepted.value));
  // an account with this address came or went while the form was open
  if (accepted.error === 'account_changed') return showInvitation(context, portal, token, reply);
  return sendClosed(reply, portal, accepted.error);
}

const sendClosed = (reply: FastifyReply, portal: PortalDefinition, closed: ClosedInvitation): FastifyReply =>
  sendPage(reply, closedPage(portal, closed), closed === 'unknown' ? 404 : 410);
