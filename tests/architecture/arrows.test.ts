import { describe, expect, it } from 'vitest';
import { refusal } from './arrows.ts';
import { importsOf } from './imports.ts';
import { filesBelow, isScript, readText, sourceFolders } from './source-tree.ts';

const refusalsOf = (file: string, text: string): string[] =>
  importsOf(file, text).flatMap((made) => refusal(made) ?? []);

describe('the arrows', () => {
  it.each([
    ['src-shared/domain/npi.ts', `import { z } from 'zod'; import { ok } from '../result.ts';`],
    [
      'src-renderer/features/users/users-page.tsx',
      `import { a } from './row.tsx'; import { b } from '../../lib/b.ts';`,
    ],
    ['src-renderer/app/shell.tsx', `import { UsersPage } from '../features/users/users-page.tsx';`],
    ['src-renderer/lib/desk.ts', `import type { Procedure } from '../../src-shared/ipc/contract.ts';`],
    ['src-main/main.ts', `import { open } from './cache/open.ts'; import { app } from 'electron';`],
    ['src-main/accounts/accounts.ts', `import type { Cache } from '../cache/cache.ts';`],
    ['src-main/preload.ts', `import { bridge } from '../src-shared/ipc/bridge.ts';`],
    ['src-portal/features/users/routes.ts', `import { hash } from '../../identity/hash.ts';`],
  ])('allow what %s does', (file, text) => {
    expect(refusalsOf(file, text)).toEqual([]);
  });

  it.each([
    ['src-shared/domain/npi.ts', `import fs from 'node:fs';`],
    ['src-shared/domain/npi.ts', `import type { Db } from '../../src-main/cache/cache.ts';`],
    ['src-renderer/lib/desk.ts', `import { open } from '../../src-main/cache/open.ts';`],
    ['src-renderer/lib/desk.ts', `import { Page } from '../features/users/page.tsx';`],
    ['src-renderer/lib/desk.ts', `import { ipcRenderer } from 'electron';`],
    ['src-renderer/lib/desk.ts', `import { procedures } from '../../src-shared/ipc/contract.ts';`],
    ['src-renderer/features/users/page.tsx', `import { Row } from '../orders/row.tsx';`],
    ['src-renderer/components/field.tsx', `export { Page } from '../features/users/page.tsx';`],
    ['src-main/sync/pull.ts', `import type { Accounts } from '../accounts/accounts.ts';`],
    ['src-main/sync/pull.ts', `const windows = await import('../windows/window.ts');`],
    ['src-main/accounts/accounts.ts', `import Database from 'better-sqlite3';`],
    ['src-main/cache/cache.ts', `type Sync = import('../sync/service.ts').Sync;`],
    ['src-main/cache/cache.ts', `import { a } from '../new-room/a.ts';`],
    ['src-main/preload.ts', `import { ok } from '../src-shared/result.ts';`],
    ['src-portal/app.ts', `import { bridge } from '../src-shared/ipc/bridge.ts';`],
    ['src-portal/jobs/run.ts', `import { signIn } from '../identity/sign-in.ts';`],
    ['src-portal/database/open.ts', `import { users } from '../features/users/repository.ts';`],
    ['src-main/main.ts', `import { fixture } from '../tests/fixture.ts';`],
  ])('refuse what %s does with %s', (file, text) => {
    expect(refusalsOf(file, text)).toHaveLength(1);
  });

  it.each(sourceFolders)('hold in %s', (folder) => {
    const refused = filesBelow(folder)
      .filter(isScript)
      .flatMap((file) => refusalsOf(file, readText(file)).map((reason) => `${file}: ${reason}`));
    expect(refused).toEqual([]);
  });

  it('never lead from scripts into the product or the tests', () => {
    const outside = filesBelow('scripts')
      .filter(isScript)
      .flatMap((file) => importsOf(file, readText(file)))
      .filter(({ file }) => file !== null && !file.startsWith('scripts/'));
    expect(outside).toEqual([]);
  });
});
