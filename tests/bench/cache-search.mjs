// How fast the cache takes in 100,000 users, and how fast it answers pages and keystrokes then. Prints one JSON object;
// --json FILE writes it to a file as well.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const amount = Number(process.env['PORTAL_DESK_BENCH_USERS'] ?? 100_000);
const rowsPerPage = 100;
const { values: options } = parseArgs({ options: { json: { type: 'string' } } });

/** @param {string} file */
const inProject = (file) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
/** @type {{module: typeof import('../../src-main/cache/open-cache.ts')}} */
const { module: cacheModule } = await runnerImport(inProject('src-main/cache/open-cache.ts'));
/** @type {{module: typeof import('../src-main/cache/crowd.ts')}} */
const { module: crowdModule } = await runnerImport(inProject('tests/src-main/cache/crowd.ts'));

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-desk-bench-'));
try {
  const figures = `${JSON.stringify(measure(path.join(folder, 'data', 'cache.db')))}\n`;
  process.stdout.write(figures);
  if (options.json !== undefined) fs.writeFileSync(options.json, figures);
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

/** @param {string} file */
function measure(file) {
  const opened = cacheModule.openCache({ file, key: randomBytes(32).toString('hex') });
  if (!opened.ok) throw new Error(opened.error.code);
  const cache = opened.value;
  const organizationId = crowdModule.crowdOrganizationId;
  const users = crowdModule.crowd(amount);
  /** @type {number[]} */
  const loads = [];
  for (let first = 0; first < amount; first += rowsPerPage) {
    const records = users.slice(first, first + rowsPerPage);
    const loaded = first + records.length;
    const next = loaded < amount ? String(loaded) : null;
    loads.push(
      timed(() => cache.feed.applySnapshotPage(organizationId, { records, next, position: 1, total: amount, loaded })),
    );
  }
  const asked = /** @param {Partial<Parameters<typeof cache.people.usersPage>[0]>} input */ (input) =>
    timed(() =>
      cache.people.usersPage({
        organizationId,
        search: '',
        roles: [],
        statuses: [],
        sort: { column: 'name', direction: 'ascending' },
        after: null,
        skip: 0,
        limit: 50,
        ...input,
      }),
    );
  const sorts = /** @type {const} */ (['name', 'email', 'role', 'status']).flatMap((column) =>
    /** @type {const} */ (['ascending', 'descending']).map((direction) => ({ column, direction })),
  );
  const keystrokes = sorts.flatMap((sort) => crowdModule.typedSearches.map((search) => asked({ search, sort })));
  const filtered = sorts.flatMap((sort) => [
    asked({ sort, roles: ['administrator'] }),
    asked({ sort, statuses: ['revoked'] }),
    asked({ sort, roles: ['user'], statuses: ['active', 'pending'], search: 'a' }),
  ]);
  const jumps = sorts.flatMap((sort) =>
    [0.1, 0.5, 0.99].map((share) => asked({ sort, skip: Math.floor(amount * share) })),
  );
  cache.close();
  return {
    users: amount,
    recordsPerMs: amount / loads.reduce((sum, ms) => sum + ms, 0),
    [`apply${rowsPerPage}Ms`]: spread(loads),
    keystrokeMs: spread(keystrokes),
    filterMs: spread(filtered),
    jumpMs: spread(jumps),
    fileMb: fs.statSync(file).size / 1e6,
  };
}

/** @param {() => unknown} work */
function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** @param {number[]} values */
function spread(values) {
  const sorted = values.toSorted((one, other) => one - other);
  /** @param {number} share */
  const at = (share) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2));
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
