import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { endingWithParent, firstLine, stop } from '../child.mjs';
import { freePort } from '../free-port.mjs';
import { SetupProblem } from '../progress.mjs';
import { inProject } from '../project.mjs';

const listensWithinMs = 180_000;

/**
 * The portal service on demo data, with a mailbox for the mail that it sends. The data stays in the folder from one start
 * to the next, and so does the address, which the app remembers with every account.
 * @param {string} folder
 */
export async function startDemoService(folder) {
  fs.mkdirSync(folder, { recursive: true });
  const portFile = path.join(folder, 'port');
  const lastPort = fs.existsSync(portFile) ? Number(fs.readFileSync(portFile, 'utf8')) : 0;
  const port = await freePort(lastPort);
  fs.writeFileSync(portFile, String(port));
  const data = path.join(folder, 'service');
  const parameters = ['--port', String(port), '--data', data, '--seed', 'demo', '--demo-mailbox'];
  const command = [...endingWithParent(), process.execPath, inProject('out', 'portal', 'server.js'), ...parameters];
  const [program, ...rest] = /** @type {[string, ...string[]]} */ (command);
  const logFile = path.join(folder, 'service.log');
  const log = fs.openSync(logFile, 'w');
  const service = spawn(program, rest, {
    stdio: ['ignore', 'pipe', log],
    // a Ctrl+C on the terminal is for the app; the service ends after it
    detached: process.platform !== 'win32',
  });
  fs.closeSync(log);
  try {
    const addresses = await firstLine(service, readAddresses, listensWithinMs);
    // whatever else it prints must not fill the pipe
    service.stdout?.resume();
    return { service, addresses, logFile };
  } catch {
    await stop(service);
    throw new SetupProblem(`The portal service did not start:\n${fs.readFileSync(logFile, 'utf8')}`);
  }
}

/**
 * @param {string} line
 * @returns {{url: string, mailboxUrl?: string} | undefined}
 */
export function readAddresses(line) {
  if (!line.startsWith('{')) return undefined;
  const answer = /** @type {{url?: unknown, mailboxUrl?: unknown}} */ (JSON.parse(line));
  if (typeof answer.url !== 'string') return undefined;
  return { url: answer.url, ...(typeof answer.mailboxUrl === 'string' && { mailboxUrl: answer.mailboxUrl }) };
}
