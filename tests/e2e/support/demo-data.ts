import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { startPortal } from './portal-process.ts';

let seeded: Promise<string> | null = null;

/**
 * A new folder with what the service keeps once it was started with the demonstration, and has stopped; whoever asks
 * removes it. Seeding takes seconds, so each process does it once and hands out copies.
 */
export async function demoData(): Promise<string> {
  seeded ??= seed();
  const copy = newFolder();
  cpSync(await seeded, copy, { recursive: true });
  return copy;
}

async function seed(): Promise<string> {
  const folder = newFolder();
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const portal = await startPortal({ data: folder });
  await portal.stop();
  return folder;
}

const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'portal-desk-service-'));
