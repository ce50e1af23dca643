/** What an operator's command found or did: a sentence, and tables where there is more to show. */
export interface Report {
  readonly message: string;
  readonly tables: readonly ReportTable[];
  /** What is written to the file that `--out` names. */
  readonly file?: Uint8Array;
}

export interface ReportTable {
  /** The key of the rows in the JSON form. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

export interface ReportColumn {
  readonly key: string;
  readonly label: string;
}

/** For programs: the message, and each table's rows under its name. */
export const reportAsJson = (report: Report): string =>
  JSON.stringify(
    { message: report.message, ...Object.fromEntries(report.tables.map(({ name, rows }) => [name, rows])) },
    null,
    2,
  );

/** For people: the message, then each table with its title, columns as wide as their longest entry. */
export const reportAsText = (report: Report): string =>
  [report.message, ...report.tables.map(tableAsText)].join('\n\n');

function tableAsText({ title, columns, rows }: ReportTable): string {
  if (rows.length === 0) return `${title}: none`;
  const cells = [
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map(({ key }) => oneLine(row[key] ?? '-'))),
  ];
  const widths = columns.map((_column, place) => Math.max(...cells.map((line) => line[place]?.length ?? 0)));
  const [head = '', ...body] = cells.map((line) =>
    line
      .map((cell, place) => cell.padEnd(widths[place] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [`${title} (${rows.length})`, head, widths.map((width) => '-'.repeat(width)).join('  '), ...body].join('\n');
}

/** Control characters out of what people typed would write over the operator's screen. */
const oneLine = (value: string | number): string => String(value).replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ');
