import { describe, expect, it } from 'vitest';
import { dateSchema } from '../../../src-shared/domain/date.ts';

describe('a day of the calendar', () => {
  it.each(['2026-11-22', '2024-02-29', '1900-01-01', '2199-12-31'])('%s is one', (date) => {
    expect(dateSchema.parse(` ${date} `)).toBe(date);
  });

  it.each([
    ['', 'required'],
    ['2026-02-29', 'date_format'],
    ['2026-02-30', 'date_format'],
    ['2026-13-01', 'date_format'],
    ['2026-00-10', 'date_format'],
    ['11/22/2026', 'date_format'],
    ['2026-1-2', 'date_format'],
    ['0026-01-02', 'date_format'],
    ['2026-01-02T00:00:00Z', 'date_format'],
    ['+002026-01-02', 'date_format'],
  ])('%j is none: %s', (date, code) => {
    expect(dateSchema.safeParse(date).error?.issues[0]?.message).toBe(code);
  });
});
