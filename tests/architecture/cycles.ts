import type { Import } from './imports.ts';

/**
 * Circles of files that need each other while they are being loaded, each told once as the files on the way round.
 * Imports of types alone are gone by then and do not count.
 */
export function cyclesAmong(imports: readonly Import[]): string[][] {
  const next = new Map<string, Set<string>>();
  for (const { from, file, isTypeOnly } of imports) {
    if (file === null || isTypeOnly) continue;
    next.set(from, (next.get(from) ?? new Set()).add(file));
  }
  const cycles: string[][] = [];
  const finished = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) {
      cycles.push([...way.slice(way.indexOf(file)), file]);
      return;
    }
    if (finished.has(file)) return;
    for (const imported of next.get(file) ?? []) visit(imported, [...way, file]);
    finished.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return cycles;
}
