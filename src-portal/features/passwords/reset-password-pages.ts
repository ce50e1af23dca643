import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { validateAnswers } from '../../../src-shared/portals/answers.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import type { PortalContext } from '../../context.ts';
import type { LinkProblem } from '../../identity/link-token.ts';
import { formPages, sendPage } from '../../pages/form-pages.ts';
import { passwordSetPage, problemPage, resetPasswordPage, resetStep } from './reset-password-page.ts';
import { findResetAccount, resetPassword } from './reset-password.ts';
import { resetPasswordPath } from './send-password-reset.ts';

const paramsSchema = z.object({ portalId: z.string() });
const tokenSchema = z.object({ token: z.string().max(200).catch('') }).catch({ token: '' });
const formSchema = z
  .object({ password: z.string().catch(''), passwordAgain: z.string().catch('') })
  .catch({ password: '', passwordAgain: '' });

/**
 * Reset Your Password, behind the link of a Password Reset email (E5). Opening it changes nothing; its form sets the
 * password once both entries are the same and keep to the portal's policy, and uses the link up with that.
 */
export function resetPasswordPages(app: FastifyInstance, context: PortalContext): void {
  formPages(app, (scope) => {
    const url = resetPasswordPath(':portalId');
    scope.get(url, async (request, reply) => {
      const portal = portalOf(request.params);
      if (portal === undefined) return reply.callNotFound();
      const { token } = tokenSchema.parse(request.query);
      const found = await findResetAccount(context, context.database, portal, token);
      if (!found.ok) return sendProblem(reply, portal, found.error);
      return sendPage(reply, resetPasswordPage(portal, token, found.value.email, []));
    });
    scope.post(url, async (request, reply) => {
      const portal = portalOf(request.params);
      if (portal === undefined) return reply.callNotFound();
      const { token } = tokenSchema.parse(request.body);
      const found = await findResetAccount(context, context.database, portal, token);
      if (!found.ok) return sendProblem(reply, portal, found.error);
      const { id, email } = found.value;
      const answers = formSchema.parse(request.body);
      const checked = validateAnswers([resetStep], { ...answers, email }, portal.passwordPolicy);
      if (!checked.ok) return sendPage(reply, resetPasswordPage(portal, token, email, checked.error), 400);
      const reset = await resetPassword(context, id, token, answers.password);
      return reset.ok ? sendPage(reply, passwordSetPage(portal)) : sendProblem(reply, portal, reset.error);
    });
  });
}

const portalOf = (params: unknown): PortalDefinition | undefined => findPortal(paramsSchema.parse(params).portalId);

const sendProblem = (reply: FastifyReply, portal: PortalDefinition, problem: LinkProblem): FastifyReply =>
  sendPage(reply, problemPage(portal, problem), problem === 'unknown' ? 404 : 410);
