import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openCache } from '../../../src-main/cache/open-cache.ts';
import { cacheKey, portalUrl } from './desk-process.ts';
import { directory, myAccount } from './practices.ts';

/** The files of one cache after another, each starting as a copy of one where somebody has just signed in. */
export interface DeskFiles {
  /** A file for a new desktop, in place of the last one; `isLoaded` when its first load is to be over. */
  fresh(isLoaded: boolean): string;
  /** The last file, closed, is how they look after their first load. */
  keepAsLoaded(): void;
  /** Calls `close` and leaves the file as it was before: as a process leaves it that is killed. */
  asKilled(close: () => void): void;
  remove(): void;
}

const memoryDisk = '/dev/shm';

/** In memory where there is such a disk: what a power failure does to a file is not the question here. */
export function openDeskFiles(): DeskFiles {
  const folder = mkdtempSync(path.join(existsSync(memoryDisk) ? memoryDisk : os.tmpdir(), 'portal-desk-model-'));
  const at = (name: string): string => path.join(folder, name);
  mkdirSync(at('desk'));
  mkdirSync(at('killed'));
  const file = at('desk/cache.db');
  const parts = ['', '-wal'];
  writeTemplate(at('template.db'));
  return {
    fresh(isLoaded) {
      for (const part of [...parts, '-shm']) rmSync(`${file}${part}`, { force: true });
      copyFileSync(at(isLoaded ? 'loaded.db' : 'template.db'), file);
      return file;
    },
    keepAsLoaded() {
      copyFileSync(file, at('loaded.db'));
    },
    asKilled(close) {
      const kept = parts.filter((part) => existsSync(`${file}${part}`));
      for (const part of kept) copyFileSync(`${file}${part}`, at(`killed/cache.db${part}`));
      close();
      for (const part of kept) renameSync(at(`killed/cache.db${part}`), `${file}${part}`);
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeTemplate(file: string): void {
  const opened = openCache({ file, key: cacheKey });
  if (!opened.ok) throw new Error(opened.error.code);
  const { accounts, agencies } = opened.value;
  accounts.save(myAccount, portalUrl);
  accounts.setState(myAccount.id, 'signed-in');
  agencies.keepListed(myAccount.id, directory);
  opened.value.close();
}
