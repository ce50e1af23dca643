import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '../..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const commands = [...readme.matchAll(/^```\n(.*?)^```$/gmsu)].flatMap(([, block = '']) => block.trim().split('\n'));

test.describe.configure({ timeout: 180_000 });

/** What is typed for a command of the README, and what then has to come. */
const held: Readonly<Record<string, (run: Run) => Promise<void>>> = {
  async 'npm start'(run) {
    await run.printed(/"code":"ready_to_show"/u);
    const [, url = ''] = await run.printed(/Portal service: (\S+)/u);
    expect((await fetch(`${url}/health`)).status).toBe(200);
  },

  async 'npm run portal -- --port 4747 --data memory --seed demo'(run) {
    const [line] = await run.printed(/^\{.*"url".*\}$/mu);
    const { url } = JSON.parse(line) as { url: string };
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect((await fetch(`${url}/openapi.json`)).status).toBe(200);
  },

  async 'npm run operator -- --help'(run) {
    await run.printed(/verify-account/u);
    expect(await run.ended()).toBe(0);
  },
};

test('every command of the README is one of these, or runs them', () => {
  expect(commands.filter((command) => !(command in held))).toEqual(['npm test']);
});

for (const [command, comes] of Object.entries(held)) {
  test(`${command} does what the README says`, async () => {
    expect(commands).toContain(command);
    const home = mkdtempSync(path.join(tmpdir(), 'portal-desk-readme-'));
    const run = start(await withFreePort(command), { XDG_DATA_HOME: home });
    try {
      await comes(run);
    } finally {
      await run.stop();
      rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  });
}

interface Run {
  /** Resolves with the match once the output has it; rejects when the command ends before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  ended(): Promise<number | null>;
  /** Resolves once the command and everything that it started have ended. */
  stop(): Promise<void>;
}

function start(command: string, environment: Readonly<Record<string, string>>): Run {
  const child: ChildProcess = spawn(command, {
    cwd: root,
    shell: true,
    // a group of its own: npm hands a signal on to what it runs, a shell between them does not
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '', SMTP_URL: '', ...environment },
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  let output = '';
  let look = (): void => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      look();
    });
  }
  return {
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        look = () => {
          const match = pattern.exec(output);
          if (match !== null) resolve(match);
        };
        look();
        void exited.then(() => reject(new Error(`${command} ended without ${String(pattern)}:\n${output}`)));
      }),
    ended: async () => (await exited)[0],
    async stop() {
      if (child.pid !== undefined) await endGroup(child.pid);
      await exited;
    },
  };
}

/** Resolves once no process of the group is left: Electron's helpers outlive the command and still write. */
async function endGroup(pid: number): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    signalGroup(pid, signal);
    const until = Date.now() + 10_000;
    while (Date.now() < until) {
      if (!signalGroup(pid, 0)) return;
      await sleep(50);
    }
  }
  throw new Error(`Processes of group ${pid} are left after SIGKILL`);
}

/** Whether there is still somebody in the group to get the signal; 0 only asks. */
function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-pid, signal);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}

/** Another port where the README's is taken on this computer. */
async function withFreePort(command: string): Promise<string> {
  const port = /--port (\d+)/u.exec(command)?.[1];
  if (port === undefined) return command;
  const server = createServer();
  const isFree = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(Number(port), '127.0.0.1', () => resolve(true));
  });
  if (isFree) {
    server.close();
    await once(server, 'close');
  }
  return isFree ? command : command.replace(`--port ${port}`, '--port 0');
}
