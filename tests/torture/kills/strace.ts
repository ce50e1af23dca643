import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { marksOf } from './act-event.ts';

/** Every call by which something gets onto the disk, or by which the disk says no. */
const faultable = [
  'pwrite64',
  'write',
  'fsync',
  'fdatasync',
  'ftruncate',
  'fallocate',
  'openat',
  'rename',
  'unlink',
] as const;

/** One call of an act that something can be done to. */
export interface Call {
  readonly name: string;
  /** Counted from 1, among the calls of this name. */
  readonly nth: number;
  /** What of the database it is about: its last letters, `wal`, `shm`, `journal`, or `db`. */
  readonly file: string;
  /** False while the file is being opened for an act that comes later. */
  readonly isInAct: boolean;
}

export interface Injection {
  readonly call: Pick<Call, 'name' | 'nth'>;
  readonly fault: 'SIGKILL' | 'ENOSPC' | 'EIO';
  /** Also every later call of this name. */
  readonly fromThereOn: boolean;
}

/** Why calls cannot be traced here; null where they can. */
export function whyNoTrace(): string | null {
  if (process.platform !== 'linux') return 'strace is there on Linux only';
  const { status, error } = spawnSync('strace', [
    '-f',
    '--seccomp-bpf',
    '-e',
    'trace=fsync',
    '-o',
    '/dev/null',
    'true',
  ]);
  if (error !== undefined) return 'strace is not installed';
  return status === 0 ? null : 'this system does not let strace trace';
}

/** What a call does to its file. */
export type Effect =
  | { readonly does: 'write'; readonly at: number; readonly bytes: Buffer }
  | { readonly does: 'truncate'; readonly size: number }
  | { readonly does: 'sync' | 'remove' | 'nothing' };

/** What a trace has recorded, in order: calls, and the marks of the act. */
export type Step = { readonly mark: 'begin' | 'said' } | { readonly call: Call; readonly effect: Effect };

/** A program with what traces it before it: only calls about the database's files are seen, recorded, and tampered with. */
export function traced(
  program: readonly string[],
  file: string,
  record: string,
  injection: Injection | null,
): string[] {
  const { begin, said } = marksOf(file);
  const files = [file, `${file}-wal`, `${file}-shm`, `${file}-journal`, begin, said];
  // bytes are recorded only where nothing is tampered with
  const bytes = injection === null ? String(longestWrite) : '0';
  return [
    'strace',
    '-f',
    // makes it cheap, and signals ineffective
    ...(injection?.fault === 'SIGKILL' ? [] : ['--seccomp-bpf']),
    '-qq',
    '-y',
    '-xx',
    '-s',
    bytes,
    '-o',
    record,
    '-e',
    `trace=${[...faultable, 'access', 'faccessat'].join()}`,
    '-e',
    'signal=none',
    ...(injection === null ? [] : ['-e', injected(injection)]),
    ...files.flatMap((each) => ['-P', each]),
    ...program,
  ];
}

const longestWrite = 65_536;

function injected({ call, fault, fromThereOn }: Injection): string {
  const what = fault === 'SIGKILL' ? 'signal=SIGKILL' : `error=${fault}`;
  return `inject=${call.name}:${what}:when=${String(call.nth)}${fromThereOn ? '+' : ''}`;
}

export function stepsIn(record: string, file: string): Step[] {
  const counts = new Map<string, number>();
  const steps: Step[] = [];
  let isInAct = false;
  for (const line of fs.readFileSync(record, 'utf8').split('\n')) {
    const [, name = '', parameters = ''] = /^(?:\d+\s+)?(\w+)\((.*)$/u.exec(line) ?? [];
    if (name === '') continue;
    const about = decoded(/^\d+<[^>]*>|"[^"]*"/u.exec(parameters)?.[0] ?? '');
    if (name === 'access' || name === 'faccessat') {
      const mark = decoded(parameters).includes(marksOf(file).begin) ? 'begin' : 'said';
      isInAct ||= mark === 'begin';
      steps.push({ mark });
      continue;
    }
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    steps.push({ call: { name, nth, file: partOf(about, file), isInAct }, effect: effectOf(name, parameters) });
  }
  return steps;
}

const decoded = (text: string): string => bytesOf(text).toString('latin1');

const bytesOf = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll(/\\x([\da-f]{2})/gu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
    'latin1',
  );

function effectOf(name: string, parameters: string): Effect {
  if (name.endsWith('sync')) return { does: 'sync' };
  if (name === 'unlink') return { does: 'remove' };
  const [, size] = /^\d+<[^>]*>, (\d+)\)/u.exec(parameters) ?? [];
  if (name === 'ftruncate' && size !== undefined) return { does: 'truncate', size: Number(size) };
  const [, bytes, at] = /^\d+<[^>]*>, "([^"]*)", \d+, (\d+)\)/u.exec(parameters) ?? [];
  if (name === 'pwrite64' && bytes !== undefined) return { does: 'write', at: Number(at), bytes: bytesOf(bytes) };
  return { does: 'nothing' };
}

/** Whether the fault has come to pass: a kill leaves its call without an answer, an error is marked. */
export function wasInjected(record: string, { call, fault }: Injection): boolean {
  const calls = fs
    .readFileSync(record, 'utf8')
    .split('\n')
    .filter((line) => line.includes(` ${call.name}(`));
  if (fault !== 'SIGKILL') return calls.some((line) => line.includes('(INJECTED)'));
  return calls.length === call.nth && calls.at(-1)?.endsWith('= ?') === true;
}

/** `/data/cache.db-wal` is `wal`. */
const partOf = (about: string, file: string): string =>
  new RegExp(`${path.basename(file)}-(\\w+)`, 'u').exec(about)?.[1] ?? 'db';
