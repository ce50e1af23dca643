import { spawn } from 'node:child_process';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { exitCodeOf, firstLine, stop } from '../../scripts/child.mjs';
import { readAddresses } from '../../scripts/start/demo-service.mjs';

/** @param {string} program */
const node = (program) => spawn(process.execPath, ['--eval', program], { stdio: ['ignore', 'pipe', 'ignore'] });

describe('firstLine', () => {
  it('passes over what the reader makes nothing of, and reads a line that comes in pieces', async () => {
    const child = node(`
      process.stdout.write('starting\\n{"url":"http://127');
      setTimeout(() => process.stdout.write('.0.0.1:1"}\\n'), 50);
      setTimeout(() => {}, 60_000);`);
    await expect(firstLine(child, readAddresses, 20_000)).resolves.toEqual({ url: 'http://127.0.0.1:1' });
    await stop(child);
  });

  it('fails when the program ends before', async () => {
    const child = node('process.exit(3)');
    await expect(firstLine(child, readAddresses, 20_000)).rejects.toThrow('ended with 3');
  });

  it('fails when the program says nothing in time', async () => {
    const child = node('setTimeout(() => {}, 60_000)');
    await expect(firstLine(child, readAddresses, 50)).rejects.toThrow('in time');
    await stop(child);
  });
});

describe('stop', () => {
  it('ends a program that does not listen', async () => {
    const child = node(`process.on('SIGTERM', () => {}); console.log('ready'); setTimeout(() => {}, 60_000);`);
    await firstLine(child, (line) => line, 20_000);
    await stop(child, 100);
    expect(child.signalCode).toBe('SIGKILL');
  });

  it('does nothing to a program that has ended', async () => {
    const child = node('');
    await exitCodeOf(child);
    await stop(child);
    expect(child.exitCode).toBe(0);
  });
});
