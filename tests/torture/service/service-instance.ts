import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { firstLine } from '../../../scripts/child.mjs';
import { freePort } from '../../../scripts/free-port.mjs';
import { inProject } from '../../../scripts/project.mjs';
import { readAddresses } from '../../../scripts/start/demo-service.mjs';

const listensWithinMs = 60_000;
const restartMs = 100;

export interface InstanceSettings {
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  readonly serviceKey: Buffer;
  /** Where its log goes. */
  readonly folder: string;
  readonly name: string;
}

/** One process of the real service under a supervisor that starts it again whenever it ends. */
export interface ServiceInstance {
  readonly url: string;
  /** SIGKILL, at whatever point of its life it is. */
  kill(): void;
  /** Resolves once it listens. */
  listens(): Promise<void>;
  /** Asks it to end in good order and does not start it again; answers its exit code. */
  end(): Promise<number | null>;
  /** How often it ended by itself after it had listened. */
  crashes(): number;
  log(): string;
}

export async function startInstance(settings: InstanceSettings): Promise<ServiceInstance> {
  const port = await freePort();
  const logFile = path.join(settings.folder, `${settings.name}.log`);
  let isEnding = false;
  let crashes = 0;
  let current = start();
  void supervise();

  function start(): { child: ChildProcess; listening: Promise<boolean>; exited: Promise<number | null> } {
    const log = fs.openSync(logFile, 'a');
    const child = spawn(process.execPath, [inProject('out', 'portal', 'server.js'), '--port', String(port)], {
      stdio: ['ignore', 'pipe', log],
      env: {
        ...process.env,
        DATABASE_URL: settings.databaseUrl,
        SMTP_URL: settings.smtpUrl,
        PORTAL_SERVICE_KEY: settings.serviceKey.toString('hex'),
        LOG_LEVEL: 'warn',
      },
    });
    fs.closeSync(log);
    return {
      child,
      listening: firstLine(child, readAddresses, listensWithinMs).then(
        () => true,
        () => false,
      ),
      exited: new Promise((resolve) => child.once('exit', (code) => resolve(code))),
    };
  }

  const log = (): string => fs.readFileSync(logFile, 'utf8');

  async function supervise(): Promise<void> {
    for (;;) {
      const { child, listening, exited } = current;
      await exited;
      if (isEnding) return;
      const wasKilled = child.signalCode === 'SIGKILL';
      if (!wasKilled && (await listening)) crashes += 1;
      // without its database it cannot start: a supervisor tries again after a moment
      if (!wasKilled) await delay(restartMs);
      if (isEnding) return;
      current = start();
    }
  }

  return {
    url: `http://127.0.0.1:${port}`,
    kill: () => void current.child.kill('SIGKILL'),
    async listens() {
      const latestMs = performance.now() + listensWithinMs;
      while (!(await current.listening)) {
        if (performance.now() > latestMs) throw new Error(`${settings.name} does not start:\n${log().slice(-4_000)}`);
        await delay(20);
      }
    },
    end() {
      isEnding = true;
      current.child.kill('SIGTERM');
      return current.exited;
    },
    crashes: () => crashes,
    log,
  };
}
