import { expect, it } from 'vitest';
import { DeskFailure } from '../../../src-renderer/lib/desk-client.ts';
import { deskErrorOf } from '../../../src-renderer/lib/desk-error.ts';

it('takes the failure out of a rejected promise', () => {
  expect(deskErrorOf(new DeskFailure({ code: 'offline' }))).toEqual({ code: 'offline' });
});

it('takes a failure as it is', () => {
  expect(deskErrorOf({ code: 'wrong_passcode', triesLeft: 2 })).toEqual({ code: 'wrong_passcode', triesLeft: 2 });
});

it.each([[new TypeError('x is not a function')], ['offline'], [{ code: 'made_up' }], [undefined]])(
  'shows a bug as one: %s',
  (bug) => {
    expect(deskErrorOf(bug)).toEqual({ code: 'internal' });
  },
);
