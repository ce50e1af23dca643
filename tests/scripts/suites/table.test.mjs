import { describe, expect, it } from 'vitest';
import { closingLine, table, withNothingRunAsFailure } from '../../../scripts/suites/table.mjs';

const results = [
  { name: 'types', passed: 1, failed: 0, skipped: 0, output: '', tookMs: 1_234 },
  { name: 'portal-postgres', passed: 120, failed: 3, skipped: 1, output: '', tookMs: 65_000 },
];

describe('table', () => {
  it('has a line for each suite, with aligned columns', () => {
    expect(table(results).split('\n')).toEqual([
      'suite            passed  failed  skipped    time',
      '---------------  ------  ------  -------  ------',
      'types                 1       0        0   1.2 s',
      'portal-postgres     120       3        1  65.0 s',
    ]);
  });
});

describe('closingLine', () => {
  it('adds the suites up', () => {
    expect(closingLine(results)).toBe('121 passed, 3 failed');
  });
});

describe('withNothingRunAsFailure', () => {
  it('makes a failure of a suite that ran nothing', () => {
    const outcome = withNothingRunAsFailure({ passed: 0, failed: 0, skipped: 0, output: 'quiet' });
    expect(outcome).toMatchObject({ failed: 1, output: 'quiet\nThe suite ran no test.' });
  });

  it('leaves every other suite as it is', () => {
    const outcome = { passed: 0, failed: 0, skipped: 1, output: '' };
    expect(withNothingRunAsFailure(outcome)).toBe(outcome);
  });
});
