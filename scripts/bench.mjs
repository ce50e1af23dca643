// npm run bench -- NAME [--json FILE]: runs tests/bench/NAME.mjs, or NAME.spec.ts in Playwright, on a throwaway desktop;
// without a name, lists them
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { build } from './build/build-target.mjs';
import { runOnDesktop } from './desktop/run-on-desktop.mjs';
import { SetupProblem, runMain, say } from './progress.mjs';
import { inProject } from './project.mjs';
import { ensureElectron, ensureSetup } from './setup/ensure-setup.mjs';

const folder = inProject('tests', 'bench');

await runMain(async () => {
  const [name, ...parameters] = process.argv.slice(2);
  const names = benchmarks();
  if (name === undefined) {
    say(`usage: npm run bench -- NAME [--json FILE]\nBenchmarks: ${names.join(' ') || 'none'}`);
    return 0;
  }
  if (!names.includes(name)) throw new SetupProblem(`There is no benchmark ${name}. There are: ${names.join(' ')}`);
  await ensureSetup(['electron', 'virtual-desktop']);
  await ensureElectron();
  await build(['desktop', 'portal']);
  if (fs.existsSync(path.join(folder, `${name}.mjs`))) {
    return runOnDesktop(process.execPath, [path.join(folder, `${name}.mjs`), ...parameters]);
  }
  const [option, file] = parameters;
  if (option === '--json' && file !== undefined) process.env['BENCH_JSON'] = path.resolve(file);
  const playwright = inProject('node_modules', '@playwright', 'test', 'cli.js');
  return runOnDesktop(process.execPath, [playwright, 'test', '--project=bench', '--reporter=list', `/${name}.spec`]);
});

function benchmarks() {
  const files = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  const programs = files.filter((file) => file.endsWith('.mjs') || file.endsWith('.spec.ts'));
  return programs.map((file) => file.slice(0, file.indexOf('.')));
}
