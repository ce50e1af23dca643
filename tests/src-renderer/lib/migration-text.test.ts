import { expect, it } from 'vitest';
import { migrationDeadlineText } from '../../../src-renderer/lib/migration-text.ts';

const dueAt = '2026-04-01T12:00:00.000Z';

it.each([
  // told at once, by a portal whose clock is ahead
  ['2026-03-02T11:58:00.000Z', '30 days left'],
  ['2026-03-02T12:00:00.000Z', '30 days left'],
  ['2026-03-20T12:06:00.000Z', '12 days left'],
  ['2026-03-20T12:00:00.000Z', '12 days left'],
  ['2026-03-31T13:00:00.000Z', '1 day left'],
  ['2026-04-01T11:59:00.000Z', '1 day left'],
  ['2026-04-02T12:00:00.000Z', '0 days left'],
])('E2: at %s there are %s of the days to move', (now, left) => {
  expect(migrationDeadlineText(dueAt, 30, new Date(now))).toBe(
    `You have 30 days to complete it: ${left}, until Apr 1, 2026.`,
  );
});
