import { appendFileSync } from 'node:fs';
import os from 'node:os';
import process from 'node:process';

/** Prints the figures with the machine they were taken on, and adds them to the file that `--json FILE` names, one line each. */
export function printFigures(name: string, figures: object): void {
  const [cpu] = os.cpus();
  const machine = `${String(os.cpus().length)} x ${cpu?.model.trim() ?? 'unknown'}, Node ${process.version}, ${os.platform()}`;
  const line = JSON.stringify({ name, ...figures, machine });
  process.stdout.write(`torture ${line}\n`);
  const file = process.env['TORTURE_JSON'];
  if (file !== undefined && file !== '') appendFileSync(file, `${line}\n`);
}
