import { describe, expect, it } from 'vitest';
import { createValueCopier, secretLifeMs } from '../../../../src-main/accounts/guided/copy-for-a-while.ts';
import { fakeClipboard } from '../../support/fake-clipboard.ts';
import { createFakeSchedule } from '../../support/fake-schedule.ts';

const setUp = () => {
  const clipboard = fakeClipboard();
  const time = createFakeSchedule();
  const bugs: unknown[] = [];
  const copier = createValueCopier({ clipboard, schedule: time.schedule, onBug: (error) => bugs.push(error) });
  return { clipboard, time, copier, bugs };
};

describe('a copied value', () => {
  it('stays when it is no secret', async () => {
    const { clipboard, time, copier } = setUp();
    await copier.copy('G204417', false);
    await time.pass(10 * secretLifeMs);
    expect(clipboard.held).toBe('G204417');
  });

  it('leaves the clipboard after 30 seconds when it is a secret, not before', async () => {
    const { clipboard, time, copier } = setUp();
    await copier.copy('quiet maple', true);
    await time.pass(29_999);
    expect(clipboard.held).toBe('quiet maple');
    await time.pass(1);
    expect(clipboard.held).toBe('');
  });

  it('is left alone when something else was copied since, here or elsewhere', async () => {
    const { clipboard, time, copier } = setUp();
    await copier.copy('quiet maple', true);
    clipboard.held = 'from another program';
    await time.pass(secretLifeMs);
    expect(clipboard.held).toBe('from another program');
    await copier.copy('quiet maple', true);
    await copier.copy('G204417', false);
    await time.pass(secretLifeMs);
    expect(clipboard.held).toBe('G204417');
  });

  it('gets 30 seconds of its own when another secret was copied before', async () => {
    const { clipboard, time, copier } = setUp();
    await copier.copy('first', true);
    await time.pass(20_000);
    await copier.copy('second', true);
    await time.pass(20_000);
    expect(clipboard.held).toBe('second');
    await time.pass(10_000);
    expect(clipboard.held).toBe('');
  });

  it('leaves at once when the app ends', async () => {
    const { clipboard, copier, time } = setUp();
    await copier.copy('quiet maple', true);
    void copier.forget();
    expect(clipboard.held).toBe('');
    expect(time.pending()).toEqual([]);
  });

  it('tells a clipboard that fails, and does not break', async () => {
    const { clipboard, copier, time, bugs } = setUp();
    await copier.copy('quiet maple', true);
    clipboard.readText = () => {
      throw new Error('no clipboard');
    };
    await time.pass(secretLifeMs);
    expect(bugs).toHaveLength(1);
  });
});
