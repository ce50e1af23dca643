import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { recordKinds } from '../../../../src-shared/portal-api/changes.ts';
import { formatCursor, parseCursor } from '../../../../src-portal/features/changes/snapshot-cursor.ts';

it.each(recordKinds)('comes back as it was, for %s, in no more characters than the contract takes', (kind) => {
  const cursor = { position: Number.MAX_SAFE_INTEGER, total: 100_000, kind, id: v7() };
  const text = formatCursor(cursor);
  expect(text.length).toBeLessThanOrEqual(200);
  expect(parseCursor(text)).toEqual(cursor);
});

const encoded = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');

it.each([
  ['nothing', ''],
  ['no JSON', Buffer.from('{').toString('base64url')],
  ['a negative position', encoded([-1, 0, 'user', v7()])],
  ['an unknown kind', encoded([1, 0, 'session', v7()])],
  ['an id that is none', encoded([1, 0, 'user', "' or 1=1"])],
  ['too many parts', encoded([1, 0, 'user', v7(), 1])],
])('refuses %s', (_name, text) => {
  expect(parseCursor(text)).toBeNull();
});
