import { readdirSync, readFileSync } from 'node:fs';

/** Resident and proportional memory of a process and everything below it, in megabytes (Linux). */
export function memoryOf(processId: number): { rssMb: number; pssMb: number; processes: number } {
  const all = tree(processId);
  const sum = (file: string, line: RegExp): number =>
    Math.round(all.reduce((total, id) => total + kilobytes(`/proc/${String(id)}/${file}`, line), 0) / 1024);
  return {
    rssMb: sum('status', /^VmRSS:\s+(\d+)/mu),
    pssMb: sum('smaps_rollup', /^Pss:\s+(\d+)/mu),
    processes: all.length,
  };
}

function kilobytes(file: string, line: RegExp): number {
  try {
    return Number(line.exec(readFileSync(file, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function tree(processId: number): number[] {
  const found = new Set([processId]);
  for (const id of found) {
    try {
      for (const task of readdirSync(`/proc/${String(id)}/task`)) {
        const children = readFileSync(`/proc/${String(id)}/task/${task}/children`, 'utf8');
        for (const child of children.split(' ').filter(Boolean)) found.add(Number(child));
      }
    } catch {
      // it has ended meanwhile
    }
  }
  return [...found];
}
