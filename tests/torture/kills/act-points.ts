import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { ActEvent, ActOrder } from './act-event.ts';
import { fileIn, type Template } from './act-template.ts';
import { examineAct } from './examine-act.ts';
import { runLife } from './run-life.ts';
import { stepsIn, traced, wasInjected, type Call, type Injection, type Step } from './strace.ts';

export interface ActBench {
  readonly program: string;
  readonly key: string;
  readonly template: Template;
}

/** One try of an act: a fault at one call. */
export interface Point {
  readonly bench: ActBench;
  readonly call: Call;
  readonly fault: Injection['fault'];
  readonly fromThereOn: boolean;
}

/** Everything that can be done to a call. */
const faults: readonly Pick<Point, 'fault' | 'fromThereOn'>[] = [
  { fault: 'SIGKILL', fromThereOn: false },
  { fault: 'ENOSPC', fromThereOn: false },
  { fault: 'ENOSPC', fromThereOn: true },
  { fault: 'EIO', fromThereOn: false },
  { fault: 'EIO', fromThereOn: true },
];

/** The act left alone: what it calls, in order, and what it says. */
export async function watchAct(bench: ActBench): Promise<{ steps: Step[]; events: ActEvent[]; wrongs: string[] }> {
  const { folder, events, record } = await tryAct(bench, null);
  const steps = stepsIn(record, fileIn(folder));
  const wrongs = await examineAct({ template: bench.template, folder, key: bench.key, events });
  fs.rmSync(folder, { recursive: true });
  return { steps, events, wrongs };
}

export const pointsOf = (bench: ActBench, steps: readonly Step[]): Point[] =>
  steps.flatMap((step) => ('call' in step ? faults.map((fault) => ({ bench, call: step.call, ...fault })) : []));

/** Does one thing to one call, and answers what is wrong afterwards, and the errors that the act told. */
export async function tryPoint(point: Point): Promise<{ wrongs: string[]; codes: string[] }> {
  const { bench, call, fault, fromThereOn } = point;
  const injection = { call, fault, fromThereOn };
  const { folder, events, record } = await tryAct(bench, injection);
  const missed = wasInjected(record, injection) ? [] : ['it did not come to that'];
  const wrongs = await examineAct({ template: bench.template, folder, key: bench.key, events });
  fs.rmSync(folder, { recursive: true });
  fs.rmSync(record);
  const codes = codesIn(events);
  const where = `${bench.template.act}, ${fault}${fromThereOn ? ' from' : ' at'} ${call.name} ${String(call.nth)} of the ${call.file}`;
  return {
    wrongs: [...missed, ...wrongs, ...whatWasSaid(point, events, codes)].map((wrong) => `${where}: ${wrong}`),
    codes,
  };
}

/** A lost answer is part of the act `send`, not of a fault. */
const codesIn = (events: readonly ActEvent[]): string[] =>
  events.flatMap((event) => ('code' in event && event.code !== 'offline' ? [event.code] : []));

const typed: ReadonlySet<string> = new Set(['disk_full', 'storage_failed', 'cache_unreadable']);

/** A failing disk is told as one, a full one as full; and once the fault is over, so are the failures. */
function whatWasSaid(
  { call, fault, fromThereOn }: Point,
  events: readonly ActEvent[],
  codes: readonly string[],
): string[] {
  const wrongs = events.flatMap((event) => (event.at === 'threw' ? [`it threw ${event.message}`] : []));
  wrongs.push(...codes.filter((code) => !typed.has(code)).map((code) => `it says ${code}`));
  if (fault === 'SIGKILL') return codes.length > 0 ? [...wrongs, `it says ${codes.join()} without a reason`] : wrongs;
  const isWrite = call.name === 'pwrite64' && call.file !== 'shm';
  // later ones may be about the index beside the log, where SQLite does not tell a full disk from a failing one
  const [first = 'disk_full'] = codes;
  if (fault === 'ENOSPC' && isWrite && first !== 'disk_full') wrongs.push(`it calls a full disk ${first}`);
  if (!fromThereOn && codes.length > 1) wrongs.push(`one fault is told ${String(codes.length)} times`);
  return wrongs;
}

async function tryAct(bench: ActBench, injection: Injection | null) {
  const { template, program, key } = bench;
  const folder = fs.mkdtempSync(`${template.folder}-try-`);
  fs.cpSync(template.folder, folder, { recursive: true });
  const file = fileIn(folder);
  const record = `${folder}.calls`;
  const order: ActOrder = { act: template.act, file, key };
  const events: ActEvent[] = [];
  const command = [process.execPath, program, JSON.stringify(order)];
  const end = await runLife(traced(command, file, record, injection), null, (event: ActEvent) => {
    events.push(event);
  });
  if (end !== 'killed') throw new Error(`${path.basename(folder)} ended by itself`);
  return { folder, events, record };
}
