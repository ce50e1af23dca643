import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDataFolder } from '../../src-portal/data-folder.ts';

describe('the data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'portal-data-')), 'deeper', 'data');
  });
  afterEach(() => rmSync(path.dirname(path.dirname(folder)), { recursive: true }));

  const open = () => {
    const opened = openDataFolder(folder);
    if (!opened.ok) throw new Error(opened.error);
    return opened.value;
  };

  test('is made with a key that its owner alone reads, and keeps it', () => {
    const first = open();
    expect(first.serviceKey).toHaveLength(32);
    expect(statSync(path.join(folder, 'service-key')).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    first.release();
    expect(open().serviceKey).toEqual(first.serviceKey);
  });

  test('never gives a database another key', () => {
    open().release();
    mkdirSync(path.join(folder, 'database'));
    unlinkSync(path.join(folder, 'service-key'));
    const opened = openDataFolder(folder);
    expect(opened).toMatchObject({ ok: false, error: expect.stringContaining('is missing') as string });
    expect(existsSync(path.join(folder, 'service-key'))).toBe(false);
    expect(existsSync(path.join(folder, 'service.pid'))).toBe(false);
  });

  test('is had again after a process of the same id was killed', () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'service.pid'), `${process.pid} 1`);
    open().release();
  });

  test('refuses a key that is none', () => {
    open().release();
    writeFileSync(path.join(folder, 'service-key'), 'abc');
    expect(openDataFolder(folder)).toMatchObject({
      ok: false,
      error: expect.stringContaining('does not hold a key') as string,
    });
  });

  test('belongs to one process at a time', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
    await once(other, 'spawn');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'service.pid'), `${other.pid} 1`);
    expect(openDataFolder(folder)).toMatchObject({
      ok: false,
      error: expect.stringContaining(`Process ${other.pid}`) as string,
    });
    other.kill('SIGKILL');
    await once(other, 'exit');
    const opened = open();
    expect(readFileSync(path.join(folder, 'service.pid'), 'utf8')).toMatch(new RegExp(`^${process.pid} `, 'u'));
    expect(openDataFolder(folder)).toMatchObject({ ok: false });
    opened.release();
    expect(existsSync(path.join(folder, 'service.pid'))).toBe(false);
  });
});
