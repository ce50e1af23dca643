import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { findPortal } from '../../src-shared/portals/catalogue.ts';
import type { PortalDefinition } from '../../src-shared/portals/definition.ts';
import { ok } from '../../src-shared/result.ts';
import type { DatabaseTransaction, PortalContext } from '../context.ts';
import { formPages, sendPage } from '../pages/form-pages.ts';
import { html, type Page } from '../pages/page.ts';
import { consumeLinkToken, readLinkToken, type LinkProblem } from './link-token.ts';
import { verifyEmailPath } from './send-verification-email.ts';

/** Carries out, in the transaction of the confirmation, what the registration asked for. */
export type OnVerified = (transaction: DatabaseTransaction, context: PortalContext, accountId: string) => Promise<void>;

const tokenSchema = z.object({ token: z.string().min(1).max(200) });

/**
 * The link of a verification email. GET shows one button, so that a mail scanner confirms nothing; POST uses the link
 * up and confirms the address.
 */
export function verifyEmailPages(app: FastifyInstance, context: PortalContext, onVerified: OnVerified): void {
  formPages(app, (scope) => {
    const url = verifyEmailPath(':portalId');
    scope.get(url, async (request, reply) => {
      const portal = portalOf(request.params);
      if (portal === undefined) return reply.callNotFound();
      const asked = tokenSchema.safeParse(request.query);
      const read = asked.success
        ? await readLinkToken(context.database, context.chance, 'verify-email', asked.data.token)
        : null;
      if (!asked.success || read === null) return sendPage(reply, problemPage(portal, 'unknown'), 404);
      if (!read.ok) return sendPage(reply, problemPage(portal, read.error), problemStatus[read.error]);
      return sendPage(reply, buttonPage(portal, asked.data.token));
    });
    scope.post(url, async (request, reply) => {
      const portal = portalOf(request.params);
      if (portal === undefined) return reply.callNotFound();
      const sent = tokenSchema.safeParse(request.body);
      if (!sent.success) return sendPage(reply, problemPage(portal, 'unknown'), 404);
      const verified = await verify(context, onVerified, sent.data.token);
      return verified.ok
        ? sendPage(reply, verifiedPage(portal))
        : sendPage(reply, problemPage(portal, verified.error), problemStatus[verified.error]);
    });
  });
}

const verify = (context: PortalContext, onVerified: OnVerified, token: string) =>
  context.database.transaction().execute(async (transaction) => {
    const consumed = await consumeLinkToken(transaction, context.chance, 'verify-email', token);
    if (!consumed.ok) return consumed;
    const { accountId } = consumed.value;
    const confirmed = await transaction
      .updateTable('account')
      .set({ email_verified_at: context.chance.now() })
      .where('id', '=', accountId)
      .where('email_verified_at', 'is', null)
      .executeTakeFirst();
    // a second link of the same account finds the work done
    if (confirmed.numUpdatedRows === 1n) await onVerified(transaction, context, accountId);
    return ok(undefined);
  });

const portalOf = (params: unknown): PortalDefinition | undefined => {
  const parsed = z.object({ portalId: z.string() }).safeParse(params);
  return parsed.success ? findPortal(parsed.data.portalId) : undefined;
};

const buttonPage = (portal: PortalDefinition, token: string): Page => ({
  portal,
  title: 'Confirm your email address',
  body: html`<p>One click, and we know that this address is yours.</p>
    <form method="post" action="${verifyEmailPath(portal.id)}">
      <input type="hidden" name="token" value="${token}" />
      <button type="submit">Confirm email address</button>
    </form>`,
});

const verifiedPage = (portal: PortalDefinition): Page =>
  portal.verifiesAccounts === true
    ? {
        portal,
        title: 'Your email address has been validated',
        body: html`<p>Your account is verified next. ${afterVerification}</p>
          <p>You can close this page.</p>`,
      }
    : {
        portal,
        title: 'Your email address has been confirmed',
        body: html`<p>You can close this page and sign in to the ${portal.name}.</p>`,
      };

const afterVerification =
  'Once it has been verified, you receive a second email. Then you can sign in and request authorizations.';

const problemStatus: Readonly<Record<LinkProblem, number>> = { unknown: 404, expired: 410, used: 410 };

const problems: Readonly<Record<LinkProblem, { title: string; text: string }>> = {
  unknown: {
    title: 'We do not know this link',
    text: 'Please check that the whole link was opened: some mail programs break long lines. You can have a new one sent from the sign-in screen.',
  },
  expired: {
    title: 'This link has expired',
    text: 'Links are good for one day. Have a new one sent from the sign-in screen.',
  },
  used: {
    title: 'This link has been used already',
    text: 'Your email address is confirmed; there is nothing more to do here. You can sign in.',
  },
};

const usedBeforeVerification = `Your email address is confirmed; there is nothing more to do here. If your account has not been verified yet: ${afterVerification.replace('Once it', 'once it')}`;

const problemPage = (portal: PortalDefinition, problem: LinkProblem): Page => ({
  portal,
  title: problems[problem].title,
  body: html`<p>
    ${problem === 'used' && portal.verifiesAccounts === true ? usedBeforeVerification : problems[problem].text}
  </p>`,
});
