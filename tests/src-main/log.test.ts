import { describe, expect, it } from 'vitest';
import { bugEntry } from '../../src-main/log.ts';

describe('a bug in the log', () => {
  it('is named by its class and where it was thrown, never by its message', () => {
    const entry = bugEntry('users.page', new RangeError('Ada Admin, ada@example.com'));
    expect(entry).toMatchObject({ level: 'error', at: 'users.page', code: 'RangeError' });
    expect(entry.frames?.[0]).toMatch(/^log\.test\.ts:\d+:\d+$/u);
    expect(JSON.stringify(entry)).not.toMatch(/Ada|ada@/u);
  });

  it('is named by its code where it has one', () => {
    expect(bugEntry('x', Object.assign(new Error('secret'), { code: 'ENOSPC' })).code).toBe('ENOSPC');
  });

  it('cannot smuggle text in through its code, its class or a thrown text', () => {
    const smuggled = Object.assign(new Error('x'), { code: 'a b@c d' });
    expect(bugEntry('x', smuggled).code).toBe('abcd');
    expect(bugEntry('x', 'Ada Admin')).toEqual({ level: 'error', at: 'x', code: 'thrown_value' });
  });

  it('survives an error without a stack', () => {
    const error = new Error('x');
    delete error.stack;
    expect(bugEntry('x', error).frames).toEqual([]);
  });
});
