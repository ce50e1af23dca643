// What Electron runs when it is given a folder or a file: `electron [-r module] folder|file [arguments]`. Electron's own
// default app is missing in the stand-in runtime. Top-level await holds back `ready` until the program has been loaded.
import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { app as publicApp } from 'electron';

/** Electron's default app may set what its typings leave out. */
/** @typedef {{setVersion(version: string): void, setAppPath(folder: string): void}} Setters */
const app = /** @type {typeof publicApp & Setters} */ (publicApp);

/** @param {string[]} parameters */
function readCommandLine(parameters) {
  const preloads = [];
  for (let index = 0; index < parameters.length; index += 1) {
    const parameter = parameters[index] ?? '';
    if (parameter === '-v' || parameter === '--version') return { preloads, wantsVersion: true };
    if (parameter === '-r' || parameter === '--require') preloads.push(parameters[(index += 1)] ?? '');
    else if (!parameter.startsWith('-')) return { preloads, program: path.resolve(parameter) };
  }
  return { preloads };
}

/** @param {string} program */
function takeNamesFrom(program) {
  const packageFile = path.join(program, 'package.json');
  if (!fs.existsSync(packageFile)) {
    app.setAppPath(path.dirname(program));
    return;
  }
  const description = /** @type {{name?: string, productName?: string, version?: string}} */ (
    JSON.parse(fs.readFileSync(packageFile, 'utf8'))
  );
  if (description.version !== undefined) app.setVersion(description.version);
  app.setName(description.productName ?? description.name ?? 'Electron');
  app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
  app.setAppPath(program);
}

const { preloads, program, wantsVersion } = readCommandLine(process.argv.slice(1));
if (wantsVersion === true) {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
}
if (program === undefined) {
  process.stderr.write('usage: electron [-r module] folder|file [arguments]\n');
  process.exit(1);
}
/** @type {{_preloadModules(names: string[]): void, _resolveFilename(name: string, parent: null, isMain: boolean): string}} */
const loader = /** @type {never} */ (Module);
if (preloads.length > 0) loader._preloadModules(preloads);
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
try {
  takeNamesFrom(program);
  await import(pathToFileURL(loader._resolveFilename(program, null, true)).href);
} catch (error) {
  process.stderr.write(`App threw an error during load\n${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
