import { expect, it, vi } from 'vitest';
import type { DeskError } from '../../../../src-shared/errors.ts';
import { fail, ok, type Result } from '../../../../src-shared/result.ts';
import type { PortalClient } from '../../../../src-main/connectors/service/portal-client.ts';
import { reachesPortal } from '../../../../src-main/connectors/service/reaches-portal.ts';

it.each<[Result<object, DeskError>, boolean]>([
  [ok({ status: 'ok' }), true],
  [fail({ code: 'portal_error' }), true],
  [fail({ code: 'offline' }), false],
])('a portal that answers at all is reached: %j is %s', async (answer, isReached) => {
  const callRoute = vi.fn((..._call: unknown[]) => Promise.resolve(answer));
  const client = { portalUrl: '', callRoute } as unknown as PortalClient;
  expect(await reachesPortal(client)).toBe(isReached);
  expect(callRoute.mock.calls[0]?.[2]).toEqual({ timeoutMs: 3000 });
});
