import { describe, expect, it } from 'vitest';
import { parsePortalUrl } from '../../src-main/portal-url.ts';

describe('the address of a portal service', () => {
  it.each([
    ['https://portal.example', 'https://portal.example'],
    ['https://portal.example/', 'https://portal.example'],
    ['https://portal.example/api//', 'https://portal.example/api'],
    ['http://127.0.0.1:4747', 'http://127.0.0.1:4747'],
    ['http://127.8.9.10:1', 'http://127.8.9.10:1'],
    ['http://localhost:4747/', 'http://localhost:4747'],
    ['http://[::1]:4747', 'http://[::1]:4747'],
  ])('%s is taken', (text, url) => {
    expect(parsePortalUrl(text)).toBe(url);
  });

  it.each([
    '',
    'portal.example',
    'http://portal.example',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://192.168.0.1',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://user:secret@portal.example',
    'https://portal.example/?next=x',
    'https://portal.example/#x',
  ])('%s is refused', (text) => {
    expect(parsePortalUrl(text)).toBeNull();
  });
});
