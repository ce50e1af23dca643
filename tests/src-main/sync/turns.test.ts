import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../src-main/sync/turns.ts';
import { settle } from '../support/fake-schedule.ts';

const job = (name: string, log: string[]) => {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return {
    end: () => {
      end();
    },
    work: async () => {
      log.push(`${name} begins`);
      await ended;
      log.push(`${name} ends`);
      return name;
    },
  };
};

describe('turns', () => {
  it('of one organization follow each other, in order', async () => {
    const turns = createTurns();
    const log: string[] = [];
    const [one, two] = [job('one', log), job('two', log)];
    const done = Promise.all([turns.inTurn('a', one.work), turns.inTurn('a', two.work)]);
    two.end();
    await settle();
    expect(log).toEqual(['one begins']);
    one.end();
    expect(await done).toEqual(['one', 'two']);
    expect(log).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it('of two organizations do not wait for each other', async () => {
    const turns = createTurns();
    const log: string[] = [];
    const [one, two] = [job('one', log), job('two', log)];
    const first = turns.inTurn('a', one.work);
    const second = turns.inTurn('b', two.work);
    two.end();
    expect(await second).toBe('two');
    one.end();
    expect(await first).toBe('one');
  });

  it('go on after one that failed, whose caller learns of it', async () => {
    const turns = createTurns();
    const failing = turns.inTurn('a', () => Promise.reject(new Error('bug')));
    const next = turns.inTurn('a', () => Promise.resolve('next'));
    await expect(failing).rejects.toThrow('bug');
    expect(await next).toBe('next');
  });
});
