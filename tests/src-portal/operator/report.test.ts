import { describe, expect, it } from 'vitest';
import { reportAsJson, reportAsText, type Report } from '../../../src-portal/operator/report.ts';

const report: Report = {
  message: 'Waiting: 2',
  tables: [
    {
      name: 'requests',
      title: 'Access requests',
      columns: [
        { key: 'email', label: 'Email' },
        { key: 'tries', label: 'Tries' },
      ],
      rows: [
        { email: 'ana@example.com', tries: 3, id: 'x' },
        { email: null, tries: 12, id: 'y' },
      ],
    },
    { name: 'jobs', title: 'Failed work', columns: [{ key: 'kind', label: 'Work' }], rows: [] },
  ],
};

describe('a report', () => {
  it('is read by people as aligned columns', () => {
    expect(reportAsText(report)).toBe(
      [
        'Waiting: 2',
        '',
        'Access requests (2)',
        'Email            Tries',
        '---------------  -----',
        'ana@example.com  3',
        '-                12',
        '',
        'Failed work: none',
      ].join('\n'),
    );
  });

  it('is read by programs as rows under the name of their table', () => {
    expect(JSON.parse(reportAsJson(report))).toEqual({
      message: 'Waiting: 2',
      requests: report.tables[0]?.rows,
      jobs: [],
    });
  });

  it('lets nobody write over the screen with what they typed into a form', () => {
    const hostile = {
      ...report.tables[0],
      rows: [{ email: 'a\u001b[2Jb\r\nc\u202e', tries: 1 }],
    } as Report['tables'][number];
    expect(reportAsText({ message: 'm', tables: [hostile] })).toContain('a [2Jb c');
    expect(reportAsText({ message: 'm', tables: [hostile] })).not.toMatch(/[\u001b\u202e\r]/u);
  });
});
