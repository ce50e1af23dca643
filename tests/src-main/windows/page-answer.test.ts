import { describe, expect, it, vi } from 'vitest';
import { answerPage, contentSecurityPolicy, pageUrl } from '../../../src-main/windows/page-answer.ts';

const files: Record<string, string> = {
  'index.html': '<script nonce="__CSP_NONCE__"></script><style nonce="__CSP_NONCE__"></style>',
  'assets/index.js': 'const placeholder = "__CSP_NONCE__";',
  'assets/index.css': 'a {}',
};

const ask = async (address: string) => {
  const read = vi.fn<(name: string) => Promise<Buffer>>((name) => {
    const text = files[name];
    return text === undefined ? Promise.reject(new Error('no such file')) : Promise.resolve(Buffer.from(text));
  });
  let nonces = 0;
  const answer = await answerPage(address, { read, newNonce: () => `nonce${(nonces += 1)}` });
  return { answer, read, text: answer.body.toString('utf8') };
};

describe('the pages of the app', () => {
  it('come with a policy and a nonce of their own', async () => {
    const { answer, text } = await ask(pageUrl);
    expect(answer.status).toBe(200);
    expect(text).toBe('<script nonce="nonce1"></script><style nonce="nonce1"></style>');
    expect(answer.headers['content-security-policy']).toBe(contentSecurityPolicy('nonce1'));
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it.each([
    ['assets/index.js', 'text/javascript; charset=utf-8'],
    ['assets/index.css', 'text/css; charset=utf-8'],
  ])('come with %s as it is', async (name, type) => {
    const { answer, text } = await ask(pageUrl + name);
    expect(text).toBe(files[name]);
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it.each(['index.html?x=1', 'index.html#top', './index.html', 'assets/../index.html'])(
    'are found as %s',
    async (name) => {
      expect((await ask(pageUrl + name)).answer.status).toBe(200);
    },
  );

  it('that are not there are not found', async () => {
    expect((await ask(`${pageUrl}missing.js`)).answer.status).toBe(404);
  });

  it.each([
    `${pageUrl}..%2f..%2fpackage.json`,
    `${pageUrl}assets/..%2f..%2f..%2fsecret.json`,
    `${pageUrl}..%5c..%5csecret.json`,
    `${pageUrl}%2fetc%2fx.json`,
    `${pageUrl}C:%5csecret.json`,
    `${pageUrl}%00.html`,
    `${pageUrl}%zz.html`,
    `${pageUrl}cache.db`,
    `${pageUrl}assets`,
    'app://elsewhere/index.html',
    'app://portal-desk.evil/index.html',
  ])('do not include %s', async (address) => {
    const { answer, read } = await ask(address);
    expect(answer.status).toBe(403);
    expect(read).not.toHaveBeenCalled();
  });
});

describe('the policy', () => {
  it('allows no inline script, no eval, and nothing from elsewhere', () => {
    const policy = contentSecurityPolicy('n');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:|\*|ws/u);
  });
});
