import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openForOperator } from '../../../src-portal/operator/open-for-operator.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portal-operator-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const url = 'postgres://nobody@127.0.0.1:1/portal';

describe("opening the service's database", () => {
  it('takes the embedded one while no service has it, and gives it back', { timeout: 120_000 }, async () => {
    mkdirSync(path.join(folder, 'database'));
    writeFileSync(path.join(folder, 'service-key'), 'cd'.repeat(32));
    const opened = await openForOperator(folder, {});
    if (!opened.ok) throw new Error(opened.error);
    const { context, close } = opened.value;
    expect(context.settings.serviceKey.toString('hex')).toBe('cd'.repeat(32));
    expect((await sql`select 1 as one`.execute(context.database)).rows).toEqual([{ one: 1 }]);
    expect(existsSync(path.join(folder, 'service.pid'))).toBe(true);
    await close();
    expect(existsSync(path.join(folder, 'service.pid'))).toBe(false);
  });

  it('refuses while a service has it', async () => {
    mkdirSync(path.join(folder, 'database'));
    writeFileSync(path.join(folder, 'service-key'), 'a'.repeat(64));
    writeFileSync(path.join(folder, 'service.pid'), String(process.ppid));
    const opened = await openForOperator(folder, {});
    expect(opened).toMatchObject({ ok: false, error: expect.stringContaining('stop the service first') as string });
    expect(opened).toMatchObject({ error: expect.stringContaining(String(process.ppid)) as string });
  });

  it('makes no database where there is none', async () => {
    expect(await openForOperator(folder, {})).toEqual({
      ok: false,
      error: `${folder} holds no database of a portal service`,
    });
    expect(existsSync(path.join(folder, 'service-key'))).toBe(false);
  });

  it('wants to know which database', async () => {
    expect(await openForOperator(null, {})).toMatchObject({
      ok: false,
      error: expect.stringContaining('--data') as string,
    });
  });

  it('reads the key of a PostgreSQL service from its folder, although the service runs', async () => {
    writeFileSync(path.join(folder, 'service-key'), `${'ab'.repeat(32)}\n`);
    writeFileSync(path.join(folder, 'service.pid'), String(process.ppid));
    const opened = await openForOperator(folder, { DATABASE_URL: url, PUBLIC_URL: 'https://portal.example.com/' });
    if (!opened.ok) throw new Error(opened.error);
    const { settings } = opened.value.context;
    expect(settings.serviceKey.toString('hex')).toBe('ab'.repeat(32));
    expect([settings.database, settings.publicUrl]).toEqual(['postgresql', 'https://portal.example.com']);
    await opened.value.close();
  });

  it('does without the key of a PostgreSQL service as little as the service itself', async () => {
    expect(await openForOperator(folder, { DATABASE_URL: url })).toMatchObject({
      ok: false,
      error: expect.stringContaining('PORTAL_SERVICE_KEY') as string,
    });
    expect(await openForOperator(null, { DATABASE_URL: url })).toMatchObject({
      ok: false,
      error: expect.stringContaining('PORTAL_SERVICE_KEY') as string,
    });
  });
});
