import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const root = path.resolve(import.meta.dirname, '../../..');

/** A real portal service in a process of its own, with a real SMTP mailbox beside it. */
export interface PortalProcess {
  readonly url: string;
  readonly mailboxUrl: string;
  /** Freezes the process (SIGSTOP), so that it takes connections and answers nothing, until `resume`. */
  freeze(): void;
  resume(): void;
  stop(): Promise<void>;
}

/**
 * WebAssembly in its first translation only: what V8 spends on a better one, of a whole database, is half of all that the
 * service takes of a processor in a test's few seconds.
 */
const briefly = ['--liftoff-only'];

/** Starts the built service; `port` 0 takes a free one, `data` keeps it over restarts. */
export async function startPortal({ seed = 'demo', data = 'memory', port = 0 } = {}): Promise<PortalProcess> {
  const child = spawn(
    process.execPath,
    [
      ...(seed.endsWith('-users') ? [] : briefly),
      path.join(root, 'out/portal/server.js'),
      '--port',
      String(port),
      '--data',
      data,
      '--seed',
      seed,
      '--demo-mailbox',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DATABASE_URL: '', SMTP_URL: '' } },
  );
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log = (log + chunk.toString()).slice(-20_000)));
  const address = await firstLine(child, () => log);
  return {
    ...address,
    freeze: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGCONT');
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function firstLine(child: ChildProcess, log: () => string): Promise<{ url: string; mailboxUrl: string }> {
  if (child.stdout === null) throw new Error('The service has no standard output');
  const exited = once(child, 'exit').then(([code]) => {
    throw new Error(`The portal service ended with ${String(code)}:\n${log()}`);
  });
  const line = once(createInterface({ input: child.stdout }), 'line').then(([text]) => String(text));
  const address = await Promise.race([line, exited]);
  exited.catch(() => undefined);
  return JSON.parse(address as string) as { url: string; mailboxUrl: string };
}
