import Papa from 'papaparse';

export interface CsvRow {
  /** Of its first line in the file, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Its quotation marks do not end where they should. */
  readonly isBroken: boolean;
}

/** The rows of a file with commas, semicolons or tabs between its fields, empty ones left out; `most` of them at the most. */
export function csvRows(text: string, most: number): CsvRow[] {
  const plain = text.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n');
  const rows: CsvRow[] = [];
  let line = 1;
  let from = 0;
  Papa.parse<string[]>(plain, {
    newline: '\n',
    delimiter: delimiterOf(plain),
    step({ data, errors, meta }, parser) {
      const isBroken = errors.some(({ type }) => type === 'Quotes');
      if (data.some((cell) => cell.trim() !== '')) rows.push({ line, cells: data, isBroken });
      line += linesIn(plain, from, meta.cursor);
      from = meta.cursor;
      if (rows.length >= most) parser.abort();
    },
  });
  return rows;
}

/** What stands between the names of the columns; a name has none of these in it. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split('\n', 1);
  const times = (delimiter: string): number => header.split(delimiter).length;
  return [';', '\t'].reduce((best, each) => (times(each) > times(best) ? each : best), ',');
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
