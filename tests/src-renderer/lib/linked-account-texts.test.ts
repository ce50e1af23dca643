import { describe, expect, it } from 'vitest';
import {
  linkedAccountStatusTexts,
  linkedAccountTones,
  whyClosed,
} from '../../../src-renderer/lib/linked-account-texts.ts';
import { linkedAccountStatuses } from '../../../src-shared/domain/statuses.ts';

describe('a linked account', () => {
  it.each(linkedAccountStatuses)('%s has words, a tone and, unless active, a reason', (status) => {
    expect(linkedAccountStatusTexts[status]).toMatch(/^[A-Z]/u);
    expect(linkedAccountTones[status]).toBeTruthy();
    const why = whyClosed({ status, statusReason: null, administrators: [] });
    if (status === 'active') expect(why).toBeNull();
    else expect(why).toMatch(/^[A-Z].*\.$/u);
  });

  it('names the people to ask (C6)', () => {
    const why = whyClosed({
      status: 'awaiting-administrator',
      statusReason: null,
      administrators: ['Ana Ruiz', 'Ben Ott'],
    });
    expect(why).toBe('Ask Ana Ruiz and Ben Ott to approve you.');
  });

  it('repeats what the administrator wrote', () => {
    const why = whyClosed({ status: 'denied', statusReason: 'Not on our staff.', administrators: [] });
    expect(why).toBe('An administrator turned your request down. They wrote: Not on our staff.');
  });
});
