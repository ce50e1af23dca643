import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import process from 'node:process';
import { SetupProblem, step } from '../progress.mjs';

/**
 * @typedef {object} SystemPackage
 * @property {readonly string[]} names Debian's name, newest release first: some were renamed (t64)
 * @property {string} [program] shows on other Linux systems that the same is there
 */

/** What each purpose needs, by its Debian packages. @satisfies {Record<string, readonly SystemPackage[]>} */
export const systemPackages = {
  electron: [
    { names: ['libgtk-3-0t64', 'libgtk-3-0'] },
    { names: ['libnss3'] },
    { names: ['libasound2t64', 'libasound2'] },
    { names: ['libgbm1'] },
  ],
  'virtual-desktop': [
    { names: ['xvfb'], program: 'Xvfb' },
    { names: ['dbus'], program: 'dbus-daemon' },
    { names: ['gnome-keyring'], program: 'gnome-keyring-daemon' },
    { names: ['fonts-dejavu-core'] },
  ],
  'native-build': [
    { names: ['python3'], program: 'python3' },
    { names: ['make'], program: 'make' },
    { names: ['g++'], program: 'g++' },
  ],
  unzip: [{ names: ['unzip'], program: 'unzip' }],
  postgresql: [{ names: ['postgresql'], program: 'pg_ctl' }],
  // stops a program at one of its system calls, or lets that call fail, for the tests alone
  strace: [{ names: ['strace'], program: 'strace' }],
  // a second opinion on one-time passcodes, for the tests alone
  oathtool: [{ names: ['oathtool'], program: 'oathtool' }],
};

/** @typedef {keyof typeof systemPackages} Purpose */

/**
 * The packages of which none of the names is installed.
 * @param {readonly SystemPackage[]} wanted
 * @param {string} dpkgOutput lines of `name<TAB>status abbreviation`, as dpkgQuery asks for them
 */
export function missingPackages(wanted, dpkgOutput) {
  const installed = new Set(
    dpkgOutput
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(([, status]) => status?.startsWith('ii') === true)
      .map(([name]) => name),
  );
  return wanted.filter(({ names }) => !names.some((name) => installed.has(name)));
}

/**
 * Installs what is missing on Debian and its relatives when run as root; otherwise says what to run.
 * Does nothing on Windows and macOS, where the downloads of Electron and npm are complete.
 * @param {readonly Purpose[]} purposes
 */
export async function ensureSystemPackages(purposes) {
  if (process.platform !== 'linux' || purposes.length === 0) return;
  /** @type {SystemPackage[]} */
  const wanted = [...new Set(purposes)].flatMap((purpose) => systemPackages[purpose]);
  const output = dpkgQuery(wanted);
  if (output === undefined) return requirePrograms(wanted);
  const missing = missingPackages(wanted, output);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    const names = missing.map(({ names: [first, ...older] }) => older.at(-1) ?? first);
    throw new SetupProblem(`System packages are missing. Run:\n  sudo apt-get install ${names.join(' ')}`);
  }
  await step(`Installing system packages (${missing.map(({ names }) => names.at(-1)).join(' ')})`, () => {
    aptGet('update');
    aptGet('install', '--yes', '--no-install-recommends', ...missing.map(nameInThisRelease));
  });
}

/**
 * @param {readonly SystemPackage[]} wanted
 * @returns {string | undefined} undefined where there is no dpkg
 */
function dpkgQuery(wanted) {
  const names = wanted.flatMap((each) => each.names);
  // its exit code is not zero as soon as one name is unknown: only the lines count
  const run = spawnSync('dpkg-query', ['--show', '--showformat=${Package}\\t${db:Status-Abbrev}\\n', ...names], {
    encoding: 'utf8',
  });
  return run.error === undefined ? run.stdout : undefined;
}

/** @param {readonly SystemPackage[]} wanted */
function requirePrograms(wanted) {
  const folders = (process.env['PATH'] ?? '').split(':');
  const missing = wanted.filter(
    ({ program }) => program !== undefined && !folders.some((folder) => fs.existsSync(`${folder}/${program}`)),
  );
  if (missing.length === 0) return;
  throw new SetupProblem(`Programs are missing, install them first: ${missing.map((each) => each.program).join(' ')}`);
}

/** @param {SystemPackage} wanted */
function nameInThisRelease({ names }) {
  const known = names.find((name) => spawnSync('apt-cache', ['show', '--no-all-versions', name]).status === 0);
  if (known === undefined) throw new SetupProblem(`This system offers no package ${names.join(' or ')}.`);
  return known;
}

/** @param {string[]} parameters */
function aptGet(...parameters) {
  const run = spawnSync('apt-get', ['--quiet', ...parameters], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (run.status !== 0) throw new SetupProblem(`apt-get ${parameters.join(' ')} failed:\n${run.stderr}${run.stdout}`);
}
