import { deskErrorSchema, type DeskError, type ErrorCode } from '../../../src-shared/errors.ts';
import type { Route, RouteAnswer } from '../../../src-shared/portal-api/route.ts';
import { errorAnswer } from '../../../src-shared/portal-api/shapes.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';

/** The most bytes of one answer: five times what the largest page of a first load can weigh. */
export const maxAnswerBytes = 16 * 1024 * 1024;

/** What only this computer can know; a portal that says one of these is not understood. */
const notForPortalsToSay: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'offline',
  'portal_error',
  'unexpected_answer',
  'consent_missing',
  'registry_unavailable',
  'keychain_unavailable',
  'key_missing',
  'cache_unreadable',
  'disk_full',
  'storage_failed',
  'signed_out',
  'internal',
]);

const unexpected: DeskError = { code: 'unexpected_answer' };

/**
 * Reads a route's answer: `unexpected_answer` for anything that the contract does not know, `portal_error` for a status
 * of 500 and more, the portal's own error below. Rejects when the connection breaks while it is read.
 */
export async function readAnswer<R extends Route>(route: R, response: Response): Promise<Result<RouteAnswer<R>>> {
  if (response.status >= 500) {
    await discard(response);
    return fail({ code: 'portal_error' });
  }
  const body = await readJson(response, maxAnswerBytes);
  if (!body.ok) return fail(unexpected);
  if (!response.ok) return fail(errorOf(body.value));
  const answer = route.answer.safeParse(body.value);
  return answer.success ? ok(answer.data as RouteAnswer<R>) : fail(unexpected);
}

/** The error of a body of the contract, else `unexpected_answer`. */
function errorOf(body: unknown): DeskError {
  const parsed = errorAnswer.safeParse(body);
  if (!parsed.success || notForPortalsToSay.has(parsed.data.error.code)) return unexpected;
  return deskErrorSchema.parse(parsed.data.error);
}

/** The body as JSON, `{}` where it is empty. Rejects when the connection breaks while it is read. */
export async function readJson(response: Response, maxBytes: number): Promise<Result<unknown, 'unreadable'>> {
  const text = await readText(response, maxBytes);
  if (text === null) return fail('unreadable');
  if (text === '') return ok({});
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    return fail('unreadable');
  }
}

/** Null when there is more than `maxBytes`, whatever the headers promised. */
async function readText(response: Response, maxBytes: number): Promise<string | null> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString('utf8');
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}

/** Frees the connection of an answer whose body does not matter. */
export async function discard(response: Response): Promise<void> {
  await response.body?.cancel();
}
