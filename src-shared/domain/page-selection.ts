import type { FieldProblemCode } from '../errors.ts';
import { fail, ok, type Result } from '../result.ts';

const range = /^(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?$/u;

/**
 * The pages that somebody wrote down, such as `1-3, 5`: from 1, ascending, each once. `required` where nothing was written,
 * `pages_format` for what cannot be read so, `pages_outside` for a page that the document does not have.
 */
export function parsePageSelection(text: string, pageCount: number): Result<number[], FieldProblemCode> {
  if (text.trim() === '') return fail('required');
  const chosen = new Set<number>();
  for (const part of text.split(',')) {
    const found = range.exec(part.trim());
    if (found === null) return fail('pages_format');
    const first = Number(found[1]);
    const last = Number(found[2] ?? found[1]);
    if (first > last) return fail('pages_format');
    if (first < 1 || last > pageCount) return fail('pages_outside');
    for (let page = first; page <= last; page += 1) chosen.add(page);
  }
  return ok([...chosen].toSorted((one, other) => one - other));
}

/** The shortest way to write pages down: `1-3, 5`. Wants them ascending. */
export function formatPageSelection(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === page - 1) run[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${String(first)}-${String(last)}`)).join(', ');
}
