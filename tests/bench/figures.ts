import { writeFileSync } from 'node:fs';

export const median = (figures: readonly number[]): number => quantile(figures, 0.5);

/** Rounded to hundredths. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const figure = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return Math.round(figure * 100) / 100;
}

/** Prints the figures, and writes them where `npm run bench -- NAME --json FILE` asks. */
export function report(name: string, figures: object): void {
  process.stdout.write(`${name} ${JSON.stringify(figures, null, 2)}\n`);
  const file = process.env['BENCH_JSON'];
  if (file !== undefined && file !== '') writeFileSync(file, `${JSON.stringify({ name, ...figures }, null, 2)}\n`);
}
