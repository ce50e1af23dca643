import { spawn } from 'node:child_process';
import fs from 'node:fs';
import process from 'node:process';
import { SetupProblem, step } from '../progress.mjs';
import { inProject, root } from '../project.mjs';
import { hashOf, isStamped, writeStamp } from '../setup/stamp.mjs';
import { targets } from './targets.mjs';

/**
 * Builds what was not built from exactly these sources before.
 * @param {readonly import('./targets.mjs').TargetName[]} names
 */
export async function build(names) {
  for (const name of names) {
    const target = targets[name];
    const stampFile = inProject('out', `${name}.stamp`);
    const wanted = hashOf(root, target.sources);
    if (isStamped(stampFile, wanted) && target.outputs.every((output) => fs.existsSync(inProject(output)))) continue;
    await step(`Building ${target.title}`, async () => {
      for (const command of target.commands) await run(target.title, command);
    });
    writeStamp(stampFile, wanted);
  }
}

/**
 * Quiet unless it fails.
 * @param {string} title
 * @param {readonly string[]} command
 */
async function run(title, [program = '', ...parameters]) {
  const child = spawn(process.execPath, [inProject(program), ...parameters], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
  }
  /** @type {number | null} */
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new SetupProblem(`Building ${title} failed:\n${output}`);
}
