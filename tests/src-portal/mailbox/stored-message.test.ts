import { describe, expect, test } from 'vitest';
import { linksOf } from '../../../src-portal/mailbox/smtp-inbox.ts';
import { createMessageStore } from '../../../src-portal/mailbox/stored-message.ts';

const message = { from: '', to: [], text: '', links: [], receivedAt: '2026-03-02T15:00:00.000Z' };

describe('kept messages', () => {
  test('are the newest, and keep their ids', () => {
    const store = createMessageStore(3);
    for (const subject of ['a', 'b', 'c', 'd', 'e']) store.add({ ...message, subject });
    expect(store.all().map(({ id, subject }) => [id, subject])).toEqual([
      ['3', 'c'],
      ['4', 'd'],
      ['5', 'e'],
    ]);
    expect(store.find('4')?.subject).toBe('d');
    expect(store.find('1')).toBeUndefined();
  });

  test('have their web addresses found', () => {
    expect(linksOf('see https://a.example/x?y=1&z=2 and\nhttp://127.0.0.1:80/ or javascript:alert(1)')).toEqual([
      'https://a.example/x?y=1&z=2',
      'http://127.0.0.1:80/',
    ]);
    expect(linksOf('none')).toEqual([]);
  });
});
