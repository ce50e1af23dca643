import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { SetupProblem, step } from '../progress.mjs';
import { inProject, installedVersion } from '../project.mjs';
import { cachedFolder } from './cached-folder.mjs';

const binaryName = 'better_sqlite3.node';
/** The shipped binary is made for Node-API 10 (Node 22.14, Electron 35) and crashes on older ones. */
const shippedNodeApi = 10;

/**
 * Whether the binary that npm installed would crash in this Node or in this Electron.
 * @param {{nodeApi: number, electronMajor: number}} runtimes
 */
export const isShippedBinaryTooNew = ({ nodeApi, electronMajor }) => nodeApi < shippedNodeApi || electronMajor < 35;

/**
 * On Linux, one binary for older and newer runtimes alike takes the place of the shipped one; it is built once per user.
 * @param {string} electronVersion
 * @param {() => Promise<void>} beforeBuild brings the compiler
 */
export async function ensureNativeSqlite(electronVersion, beforeBuild) {
  const runtimes = {
    nodeApi: Number(process.versions['napi']),
    electronMajor: Number.parseInt(electronVersion, 10),
  };
  if (!isShippedBinaryTooNew(runtimes)) return;
  if (process.platform !== 'linux') {
    throw new SetupProblem('SQLite for this system needs Node 22.14 or newer. Install that Node and try again.');
  }
  const shipped = inProject('node_modules', 'better-sqlite3', 'prebuilds', `${process.platform}-${process.arch}.node`);
  const note = `${shipped}.built`;
  const name = `sqlite-${installedVersion('better-sqlite3')}-${process.platform}-${process.arch}-abi${process.versions.modules}`;
  if (fs.existsSync(note) && fs.readFileSync(note, 'utf8') === name) return;
  const folder = await cachedFolder(name, async (empty) => {
    await beforeBuild();
    await step('Building SQLite for this Node (once, about two minutes)', () => build(empty));
  });
  // copied under another name first: a program that runs has the old file open
  fs.copyFileSync(path.join(folder, binaryName), `${shipped}.new`);
  fs.renameSync(`${shipped}.new`, shipped);
  requireThatItLoads();
  fs.writeFileSync(note, name);
}

/**
 * Compiler definitions only, no change of the source: Node-API's experimental switch brings in, by name, the few
 * functions that later became Node-API 10.
 * @param {string} target
 */
function build(target) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-desk-sqlite-'));
  try {
    const source = path.join(folder, 'better-sqlite3');
    fs.cpSync(inProject('node_modules', 'better-sqlite3'), source, {
      recursive: true,
      filter: (file) => path.basename(file) !== 'prebuilds',
    });
    const headers = path.join('node_modules', 'node-addon-api');
    fs.cpSync(inProject(headers), path.join(folder, headers), { recursive: true });
    const gyp = createRequire(inProject('package.json')).resolve('node-gyp/bin/node-gyp.js');
    const run = spawnSync(
      process.execPath,
      [gyp, 'rebuild', '--release', '--jobs=max', ...nodeHeaders(), '--', '-Dforce_build=1'],
      {
        cwd: source,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
        env: {
          ...process.env,
          CXXFLAGS: '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
        },
      },
    );
    if (run.status !== 0) throw new SetupProblem(`SQLite could not be built:\n${run.stdout}${run.stderr}`);
    fs.copyFileSync(path.join(source, 'build', 'Release', binaryName), path.join(target, binaryName));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Node's own headers where they are installed beside it; otherwise node-gyp downloads them. */
function nodeHeaders() {
  const prefix = path.resolve(process.execPath, '..', '..');
  return fs.existsSync(path.join(prefix, 'include', 'node', 'node_api.h')) ? [`--nodedir=${prefix}`] : [];
}

function requireThatItLoads() {
  const program = "new (require('better-sqlite3'))(':memory:').prepare('select 1').get()";
  const run = spawnSync(process.execPath, ['--eval', program], { cwd: inProject(), encoding: 'utf8' });
  if (run.status !== 0) throw new SetupProblem(`The built SQLite does not load:\n${run.stderr}`);
}
