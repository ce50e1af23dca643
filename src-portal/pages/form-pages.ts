import type { FastifyInstance, FastifyReply } from 'fastify';
import { pageSecurityPolicy, renderPage, type Page } from './page.ts';

/**
 * A scope whose routes take HTML forms: `request.body` is an object of the form's fields (the last of a name). Pages
 * with links from emails never act on GET, which mail scanners send too.
 */
export function formPages(app: FastifyInstance, routes: (scope: FastifyInstance) => void): void {
  void app.register((scope, _options, done) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, parsed) => {
      parsed(null, Object.fromEntries(new URLSearchParams(String(body))));
    });
    routes(scope);
    done();
  });
}

/** Answers with a page. */
export const sendPage = (reply: FastifyReply, page: Page, status = 200): FastifyReply =>
  reply
    .code(status)
    .headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': pageSecurityPolicy })
    .send(renderPage(page));
