// npm run torture -- NAME [--seed N] [--runs N] [--path PATH] [--json FILE]: the long run of tests/torture/NAME.torture.ts, against a
// real PostgreSQL where there is one; without a name, lists them. `--path` does one sequence of the model again, as its
// failure tells
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { build } from './build/build-target.mjs';
import { runInForeground } from './child.mjs';
import { isPostgresInstalled, startPostgres } from './database/throwaway-postgres.mjs';
import { SetupProblem, runMain, say } from './progress.mjs';
import { inProject } from './project.mjs';
import { ensureElectron, ensureSetup } from './setup/ensure-setup.mjs';
import { nodeProgram } from './suites/run-captured.mjs';

const ending = '.torture.ts';

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string' },
      runs: { type: 'string' },
      path: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const names = fs
    .readdirSync(inProject('tests', 'torture'))
    .flatMap((file) => (file.endsWith(ending) ? [file.slice(0, -ending.length)] : []));
  const [name] = positionals;
  if (name === undefined) {
    say(
      `usage: npm run torture -- NAME [--seed N] [--runs N] [--path PATH] [--json FILE]\nThere are: ${names.join(' ')}`,
    );
    return 0;
  }
  if (!names.includes(name)) throw new SetupProblem(`There is no ${name}. There are: ${names.join(' ')}`);
  const seed = wholeNumber('--seed', values.seed ?? '1');
  const runs = values.runs === undefined ? undefined : wholeNumber('--runs', values.runs);
  await ensureSetup(['postgresql', 'strace']);
  await ensureElectron();
  await build(['portal']);
  const file = `tests/torture/${name}${ending}`;
  const [program = '', ...parameters] = nodeProgram('vitest/vitest.mjs', 'run', '--reporter=verbose', file);
  const database = isPostgresInstalled() ? await startPostgres() : null;
  try {
    return await runInForeground(program, parameters, {
      env: {
        ...process.env,
        TORTURE_LENGTH: 'long',
        TORTURE_SEED: seed,
        TORTURE_RUNS: runs,
        TORTURE_PATH: values.path,
        TORTURE_JSON: values.json === undefined ? undefined : path.resolve(values.json),
        TEST_DATABASE_URL: database?.url,
      },
    });
  } finally {
    database?.stop();
  }
});

/**
 * @param {string} option
 * @param {string} text
 */
function wholeNumber(option, text) {
  if (!/^[1-9]\d{0,8}$/u.test(text)) throw new SetupProblem(`${option} takes a whole number from 1, not ${text}`);
  return text;
}
