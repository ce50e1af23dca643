import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src-portal/config.ts';

const key = '0123456789abcdef'.repeat(4);

describe('the configuration', () => {
  test('of nothing is a service in memory on this machine alone', () => {
    expect(readConfig([], {})).toEqual({
      ok: true,
      value: {
        host: '127.0.0.1',
        port: 4747,
        publicUrl: null,
        databaseUrl: null,
        dataFolder: null,
        seed: { kind: 'empty' },
        smtpUrl: null,
        hasDemoMailbox: false,
        mailFrom: 'Provider portals <no-reply@portal.invalid>',
        serviceKey: null,
      },
    });
  });

  test('takes every parameter and variable', () => {
    const environment = {
      DATABASE_URL: 'postgres://app@db/portal',
      SMTP_URL: 'smtps://user:secret@mail.example.com',
      PUBLIC_URL: 'https://portal.example.com/',
      MAIL_FROM: 'Portal <portal@example.com>',
      PORTAL_SERVICE_KEY: key.toUpperCase(),
      HOST: '0.0.0.0',
    };
    expect(
      readConfig(['--port', '0', '--data', '/srv/portal', '--seed', '500-users', '--demo-mailbox'], environment),
    ).toEqual({
      ok: true,
      value: {
        host: '0.0.0.0',
        port: 0,
        publicUrl: 'https://portal.example.com',
        databaseUrl: 'postgres://app@db/portal',
        dataFolder: '/srv/portal',
        seed: { kind: 'users', count: 500 },
        smtpUrl: 'smtps://user:secret@mail.example.com',
        hasDemoMailbox: true,
        mailFrom: 'Portal <portal@example.com>',
        serviceKey: Buffer.from(key, 'hex'),
      },
    });
  });

  test('has a mailbox with demo data, unless there is a mail server', () => {
    const hasMailbox = (parameters: string[], environment: Record<string, string> = {}) => {
      const config = readConfig(parameters, environment);
      return config.ok && config.value.hasDemoMailbox;
    };
    expect(hasMailbox(['--seed', 'demo'])).toBe(true);
    expect(hasMailbox(['--seed', 'demo'], { SMTP_URL: '' })).toBe(true);
    expect(hasMailbox(['--seed', 'demo'], { SMTP_URL: 'smtp://mail' })).toBe(false);
    expect(hasMailbox(['--seed', 'demo', '--demo-mailbox'], { SMTP_URL: 'smtp://mail' })).toBe(true);
    expect(hasMailbox(['--seed', '10-users'])).toBe(false);
  });

  test('takes empty variables for absent ones', () => {
    expect(
      readConfig([], {
        DATABASE_URL: '',
        SMTP_URL: ' ',
        PUBLIC_URL: '',
        PORTAL_SERVICE_KEY: '',
        HOST: '',
        MAIL_FROM: '',
      }),
    ).toEqual(readConfig([], {}));
  });

  test.each([
    [['--port', 'x'], {}, '--port takes a number from 0 to 65535, not x'],
    [['--port', '65536'], {}, '--port takes a number from 0 to 65535, not 65536'],
    [['--port', '-1'], {}, /argument/u],
    [['--port'], {}, /argument/u],
    [['--seed', 'lots'], {}, '--seed takes demo, empty or a number of users such as 500-users, not lots'],
    [['--data', ''], {}, '--data takes a folder, or memory'],
    [['--colour', 'red'], {}, /colour/u],
    [['start'], {}, /start/u],
    [[], { DATABASE_URL: 'mysql://db' }, /DATABASE_URL/u],
    [[], { SMTP_URL: 'mail.example.com' }, /SMTP_URL/u],
    [[], { PUBLIC_URL: 'portal' }, /PUBLIC_URL/u],
    [[], { PORTAL_SERVICE_KEY: 'abc' }, 'PORTAL_SERVICE_KEY takes 64 hexadecimal digits'],
    [[], { DATABASE_URL: 'postgres://db' }, /set PORTAL_SERVICE_KEY/u],
  ] as const)('refuses %j with %j', (parameters, environment, sentence) => {
    const config = readConfig(parameters, environment);
    expect(config.ok).toBe(false);
    if (!config.ok) expect(config.error).toMatch(sentence);
  });

  test('never says a key back', () => {
    const config = readConfig([], { PORTAL_SERVICE_KEY: `${key}0` });
    expect(JSON.stringify(config)).not.toContain(key);
  });

  test('takes a data folder for the key of a service on PostgreSQL', () => {
    expect(readConfig(['--data', '/srv/portal'], { DATABASE_URL: 'postgres://db' })).toMatchObject({ ok: true });
  });
});
