import { describe, expect, it } from 'vitest';
import { loopbackOrigin, mayNavigate } from '../../../src-main/windows/may-navigate.ts';

const origins = ['http://127.0.0.1:4747', 'http://127.0.0.1:8025'];

describe('a page may go', () => {
  it.each(['http://127.0.0.1:4747/verify?x=1', 'http://127.0.0.1:8025/'])('to %s', (address) => {
    expect(mayNavigate(address, origins)).toBe(true);
  });

  it.each([
    'http://127.0.0.1:4748/',
    'https://127.0.0.1:4747/',
    'http://127.0.0.1:4747.evil.example/',
    'http://127.0.0.1:4747@evil.example/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'app://portal-desk/',
    'data:text/html,x',
    'about:blank',
    '',
  ])('not to %s', (address) => {
    expect(mayNavigate(address, origins)).toBe(false);
    expect(mayNavigate(address, [])).toBe(false);
  });
});

describe('the loopback', () => {
  it.each([
    ['http://127.0.0.1:8025/inbox', 'http://127.0.0.1:8025'],
    ['http://localhost:1', 'http://localhost:1'],
    ['https://127.0.0.1', null],
    ['http://mail.example', null],
    ['http://127.0.0.1.evil.example', null],
    ['nonsense', null],
  ])('%s is %s', (address, origin) => {
    expect(loopbackOrigin(address)).toBe(origin);
  });
});
