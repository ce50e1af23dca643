import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createServiceLog } from '../../src-portal/http/service-log.ts';
import { readConfig } from '../../src-portal/config.ts';
import { runService, type RunningService } from '../../src-portal/run-service.ts';

const slow = 180_000;

describe('a running service', () => {
  let folder: string;
  let lines: string[];
  const running: RunningService[] = [];
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'portal-service-'));
    lines = [];
  });
  afterEach(async () => {
    for (const service of running.splice(0)) await service.stop();
    rmSync(folder, { recursive: true });
  });

  const start = async (...parameters: string[]) => {
    const config = readConfig(['--port', '0', '--data', path.join(folder, 'data'), ...parameters], {});
    if (!config.ok) throw new Error(config.error);
    const service = await runService(config.value, createServiceLog({ write: (line) => lines.push(line) }));
    if (service.ok) running.push(service.value);
    return service;
  };
  const started = async (...parameters: string[]) => {
    const service = await start(...parameters);
    if (!service.ok) throw new Error(service.error);
    return service.value;
  };
  const post = async (url: string, body: object) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  test(
    'answers, keeps its data over a restart, and lets nobody else have it meanwhile',
    async () => {
      const first = await started('--demo-mailbox');
      const health = (await (await fetch(`${first.url}/health`)).json()) as object;
      expect(health).toMatchObject({ status: 'ok', database: 'embedded', mailboxUrl: first.mailboxUrl });
      expect(lines.join('')).toContain('for trying and tests only');
      expect((await start()).ok).toBe(false);

      const eligibility = await post(`${first.url}/portals/cca/eligibility`, { answers: {} });
      expect(eligibility.status).toBe(400);
      await first.stop();
      running.length = 0;

      const second = await started('--demo-mailbox', '--seed', 'demo');
      // the directory was there already, so the demonstration's people were not added
      const signIn = await post(`${second.url}/portals/cca/sign-ins`, {
        username: 'dana.whitfield@example.com',
        password: 'whatever it is',
        device: 'test',
      });
      expect(signIn).toMatchObject({ status: 401, body: { error: { code: 'wrong_credentials' } } });
    },
    slow,
  );

  test(
    'closes what it had opened when its port is taken',
    async () => {
      const other = createServer();
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
      const { port } = other.address() as AddressInfo;
      await expect(start('--port', String(port))).rejects.toMatchObject({ code: 'EADDRINUSE' });
      await new Promise((resolve) => other.close(resolve));
      expect((await start('--port', String(port))).ok).toBe(true);
    },
    slow,
  );
});
