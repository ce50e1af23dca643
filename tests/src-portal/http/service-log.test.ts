import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createServiceLog, describeError } from '../../../src-portal/http/service-log.ts';

describe('the log', () => {
  const linesOf = (write: (log: ReturnType<typeof createServiceLog>) => void) => {
    const lines: string[] = [];
    write(createServiceLog({ write: (line) => lines.push(line) }));
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  };

  test('names a request by its route, never by its address or headers', () => {
    const [line] = linesOf((log) =>
      log.info({
        req: {
          id: 'req-1',
          method: 'GET',
          url: '/portals/cca/pages/verify-email?token=SECRET',
          headers: { authorization: 'Bearer SECRET' },
          routeOptions: { url: '/portals/:portalId/pages/verify-email' },
        },
      }),
    );
    expect(line?.['req']).toEqual({ id: 'req-1', method: 'GET', route: '/portals/:portalId/pages/verify-email' });
  });

  test('removes what should not have been logged in the first place', () => {
    const lines = linesOf((log) => {
      log.info({ email: 'a@example.com', password: 'SECRET', code: '123456' });
      log.info({ body: { email: 'a@example.com', token: 'SECRET', kept: 1 } });
    });
    expect(JSON.stringify(lines)).not.toMatch(/SECRET|123456|a@example/u);
    expect(lines[1]).toMatchObject({ body: { kept: 1 } });
  });

  test('tells where a bug was, not whose data met it', () => {
    const databaseError = Object.assign(new Error('duplicate key: (a@example.com)'), {
      severity: 'ERROR',
      code: '23505',
    });
    expect(describeError(databaseError)).toMatchObject({ type: 'Error', kind: '23505', message: null });
    const parserError = z.string().email().safeParse('a@example.com x').error;
    expect(describeError(parserError)).toMatchObject({ message: null });
    expect(describeError(new SyntaxError('Unexpected token S in SECRET'))).toMatchObject({ message: null });
    const bug = describeError(new TypeError('Cannot read name of a@example.com', { cause: databaseError }));
    expect(bug).toMatchObject({
      type: 'TypeError',
      message: 'Cannot read name of [address]',
      stack: expect.stringContaining('service-log.test') as string,
    });
    expect(JSON.stringify(bug)).not.toContain('a@example.com');
    expect(describeError('a@example.com')).toEqual({ type: 'string' });
  });
});
