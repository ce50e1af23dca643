import process from 'node:process';
import fc, { type RunDetails } from 'fast-check';

/** One sequence of a run: fast-check's path to it, and which of its commands were run. */
export interface Replay {
  readonly path: string;
  readonly commands: string;
  /** How long its run let sequences become. */
  readonly maxCommands: number;
}

/** What `--path` asked for; null for a whole run. */
export function readReplay(): Replay | null {
  const [path = '', commands = '', maxCommands] = (process.env['TORTURE_PATH'] ?? '').split('@');
  return path === '' ? null : { path, commands, maxCommands: Number(maxCommands) };
}

/** What went wrong, and the command line that does the shortest of it again. */
export function replayHint<Value>(details: RunDetails<Value>, maxCommands: number): string {
  const report = fc.defaultReportMessage(details) ?? '';
  const commands = /replayPath="([^"]*)"/u.exec(report)?.[1] ?? '';
  const path = `${details.counterexamplePath ?? ''}@${commands}@${maxCommands}`;
  return `${report}\nAgain: npm run torture -- model --seed ${details.seed} --path ${path}`;
}
