import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../src-portal/operator/parse-arguments.ts';

describe("the operator's command line", () => {
  it('reads command, subject and switches in any order', () => {
    expect(parseArguments(['--json', 'audit', '--data', '/srv/portal', 'G100482', '--portal=cca'])).toEqual({
      ok: true,
      value: { command: 'audit', subject: 'G100482', portalId: 'cca', data: '/srv/portal', json: true, out: null },
    });
  });

  it.each([[[]], [['--help']], [['-h']], [['audit', '--help']]])('shows the help for %j', (line) => {
    expect(parseArguments(line)).toMatchObject({ ok: true, value: { command: null } });
  });

  it('refuses what it does not know, in words', () => {
    expect(parseArguments(['list-waiting', '--jason'])).toMatchObject({
      ok: false,
      error: expect.stringContaining('--jason') as string,
    });
    expect(parseArguments(['unlock', 'a@example.com', 'b@example.com'])).toEqual({
      ok: false,
      error: 'One thing at a time: what is b@example.com for?',
    });
  });
});
