import { expect, it, vi } from 'vitest';
import { ok } from '../../../src-shared/result.ts';
import { createSnapshotPages } from '../../../src-main/sync/snapshot-pages.ts';
import type { PullJob } from '../../../src-main/sync/pull-job.ts';

const setUp = () => {
  const snapshot = vi.fn((_organization: string, after: string | null) =>
    Promise.resolve(ok({ records: [], next: `after ${after}`, position: 1, total: 0 })),
  );
  const job = { connector: { snapshot }, organizationId: 'the practice' } as unknown as PullJob;
  return { snapshot, pages: createSnapshotPages(job) };
};

it('asks once for a page that was asked for ahead', async () => {
  const { snapshot, pages } = setUp();
  pages.askAhead('b', 500);
  expect(await pages.take('b', 500)).toMatchObject({ value: { next: 'after b' } });
  expect(snapshot.mock.calls).toEqual([['the practice', 'b', 500]]);
  await pages.take('b', 500);
  expect(snapshot).toHaveBeenCalledTimes(2);
});

it('does not take another page for the one that is asked for', async () => {
  const { pages } = setUp();
  pages.askAhead('b', 500);
  expect(await pages.take('c', 500)).toMatchObject({ value: { next: 'after c' } });
  pages.askAhead('d', 500);
  expect(await pages.take(null, 100)).toMatchObject({ value: { next: 'after null' } });
});

it('leaves a page that nobody takes alone, even one that breaks', async () => {
  const { snapshot, pages } = setUp();
  snapshot.mockRejectedValueOnce(new Error('a bug'));
  pages.askAhead('b', 500);
  expect(await pages.take('c', 500)).toMatchObject({ ok: true });
});

it('passes on how a page that was asked for ahead broke', async () => {
  const { snapshot, pages } = setUp();
  snapshot.mockRejectedValueOnce(new Error('a bug'));
  pages.askAhead('b', 500);
  await expect(pages.take('b', 500)).rejects.toThrow('a bug');
});
