import fs from 'node:fs';
import path from 'node:path';
import type { ActEvent } from './act-event.ts';
import type { ActBench } from './act-points.ts';
import { fileIn } from './act-template.ts';
import { examineAct } from './examine-act.ts';
import { seededRandom, type Random } from './seeded-random.ts';
import type { Effect, Step } from './strace.ts';

/** What the disk still had in its memory: all of it arrives, none, or some of it, sector by sector. */
export const survivals = ['all', 'none', 'some'] as const;

/** The power goes after so many steps of an act that was watched. */
export interface PowerCut {
  readonly bench: ActBench;
  readonly steps: readonly Step[];
  readonly events: readonly ActEvent[];
  readonly after: number;
  readonly survival: (typeof survivals)[number];
  readonly seed: number;
}

/** What a disk writes as a whole. */
const sectorBytes = 512;

export function powerCutsOf(watched: Pick<PowerCut, 'bench' | 'steps' | 'events'>, seed: number): PowerCut[] {
  return watched.steps.flatMap((_, place) =>
    survivals.map((survival) => ({ ...watched, after: place + 1, survival, seed: seed + place })),
  );
}

/** Makes the files as the disk would have them, and answers what is wrong with them, given what was said until then. */
export async function tryPowerCut(cut: PowerCut): Promise<string[]> {
  const { bench, events, after, survival } = cut;
  const folder = fs.mkdtempSync(`${bench.template.folder}-cut-`);
  const past = cut.steps.slice(0, after);
  writeDisk(cut, past, folder);
  const said = past.filter((step) => 'mark' in step && step.mark === 'said').length;
  const left = { template: bench.template, folder, key: bench.key, events: events.slice(0, said) };
  const wrongs = await examineAct(left);
  fs.rmSync(folder, { recursive: true });
  return wrongs.map(
    (wrong) => `${bench.template.act}, no power after step ${String(after)}, ${survival} arrives: ${wrong}`,
  );
}

/** The index beside the log is memory of processes and not of the disk: it is gone. */
function writeDisk({ bench, survival, seed }: PowerCut, past: readonly Step[], folder: string): void {
  const random = seededRandom(seed);
  for (const part of ['db', 'wal', 'journal']) {
    const name = path.basename(fileIn(folder)) + (part === 'db' ? '' : `-${part}`);
    const before = path.join(bench.template.folder, name);
    const disk = new FileOnDisk(fs.existsSync(before) ? fs.readFileSync(before) : null);
    for (const step of past) if ('call' in step && step.call.file === part) disk.take(step.effect);
    const content = disk.afterPowerCut(survival, random);
    if (content !== null) fs.writeFileSync(path.join(folder, name), content);
  }
}

/** What of a file is on the disk for certain, and what was written since it was synced. */
class FileOnDisk {
  #synced: Buffer | null;
  #since: Effect[] = [];

  constructor(content: Buffer | null) {
    this.#synced = content;
  }

  take(effect: Effect): void {
    if (effect.does !== 'sync') this.#since.push(effect);
    else {
      this.#synced = this.#since.reduce(applied, this.#synced);
      this.#since = [];
    }
  }

  afterPowerCut(survival: PowerCut['survival'], random: Random): Buffer | null {
    if (survival === 'none') return this.#synced;
    const arrived = survival === 'all' ? this.#since : this.#since.flatMap((effect) => someOf(effect, random));
    return arrived.reduce(applied, this.#synced);
  }
}

function someOf(effect: Effect, random: Random): Effect[] {
  if (effect.does !== 'write') return random() < 0.5 ? [effect] : [];
  const { at, bytes } = effect;
  const sectors = Array.from({ length: Math.ceil(bytes.length / sectorBytes) }, (_, place) => place * sectorBytes);
  return sectors
    .filter(() => random() < 0.5)
    .map((start) => ({ does: 'write', at: at + start, bytes: bytes.subarray(start, start + sectorBytes) }));
}

function applied(content: Buffer | null, effect: Effect): Buffer | null {
  if (effect.does === 'remove') return null;
  if (effect.does === 'truncate') return Buffer.concat([content ?? Buffer.alloc(0)], effect.size);
  if (effect.does !== 'write') return content;
  const { at, bytes } = effect;
  const grown = Buffer.concat([content ?? Buffer.alloc(0)], Math.max(content?.length ?? 0, at + bytes.length));
  bytes.copy(grown, at);
  return grown;
}
