import { spawn } from 'node:child_process';
import process from 'node:process';

/** When a life ends: so long after its start, or so long after it has said so much. */
export interface KillMoment {
  readonly afterLines: number;
  readonly delayMs: number;
}

/** A child that does nothing for this long is stuck, which no kill explains. */
const stuckAfterMs = 120_000;

/**
 * Runs a child, kills it at its moment with SIGKILL, and hands over every whole line that it has said. Answers whether it
 * was killed; throws when it ends with an error of its own.
 */
export async function runLife<Event>(
  program: readonly string[],
  moment: KillMoment | null,
  onEvent: (event: Event) => void,
): Promise<'killed' | 'ended'> {
  const [file = process.execPath, ...parameters] = program;
  const child = spawn(file, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
  const timers: NodeJS.Timeout[] = [];
  const killIn = (delayMs: number): void => {
    timers.push(setTimeout(() => child.kill('SIGKILL'), delayMs));
  };
  let stuck = false;
  timers.push(
    setTimeout(() => {
      stuck = true;
      child.kill('SIGKILL');
    }, stuckAfterMs),
  );
  if (moment?.afterLines === 0) killIn(moment.delayMs);
  let lines = 0;
  let rest = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const pieces = (rest + text).split('\n');
    rest = pieces.pop() ?? '';
    for (const line of pieces) {
      lines += 1;
      onEvent(JSON.parse(line) as Event);
      if (lines === moment?.afterLines) killIn(moment.delayMs);
    }
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const { code, signal } = await new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, exitSignal) => {
      resolve({ code: exitCode, signal: exitSignal });
    });
  });
  for (const timer of timers) clearTimeout(timer);
  if (stuck) throw new Error(`A child did nothing any more. ${complaints.slice(-2000)}`);
  if (signal === 'SIGKILL') return 'killed';
  if (code !== 0) throw new Error(`A child ended with ${String(code ?? signal)}. ${complaints.slice(-2000)}`);
  return 'ended';
}
