import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseSync } from 'oxc-parser';
import { z } from 'zod';
import { cca } from '../../../src-shared/portals/cca.ts';
import { layOutLetter } from '../../../src-portal/mail/lay-out-letter.ts';
import { passcodeLetter, verifyEmailLetter } from '../../../src-portal/mail/letters.ts';
import { createMailer, type Mailer } from '../../../src-portal/mail/mailer.ts';
import { openMailbox, type Mailbox } from '../../../src-portal/mailbox/open-mailbox.ts';
import { storedMessageSchema } from '../../../src-portal/mailbox/stored-message.ts';
import { createFakeChance } from '../fake-chance.ts';

const link = 'https://portal.example.com/portals/cca/pages/verify-email?token=abc_-1';

describe('the local mailbox', () => {
  let mailbox: Mailbox;
  let mailer: Mailer;
  beforeAll(async () => {
    mailbox = await openMailbox(createFakeChance('mailbox'));
    mailer = createMailer(mailbox.smtpUrl);
  });
  afterAll(async () => {
    mailer.close();
    await mailbox.close();
  });

  let count = 0;
  const send = (letter: Parameters<typeof layOutLetter>[0], to = 'ina@example.com') => {
    count += 1;
    return mailer.send({
      messageId: `<${count}@example.com>`,
      from: 'Portal <portal@example.com>',
      to,
      ...layOutLetter(letter),
    });
  };
  const get = async (path: string) => {
    const answer = await fetch(`${mailbox.url}${path}`);
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  const messages = async () => z.array(storedMessageSchema).parse(JSON.parse((await get('/messages')).text));
  const about = { portal: cca, firstName: 'Ina' };

  test('listens on this machine alone', () => {
    expect(new URL(mailbox.url).hostname).toBe('127.0.0.1');
    expect(new URL(mailbox.smtpUrl).hostname).toBe('127.0.0.1');
  });

  test('starts empty', async () => {
    expect(await messages()).toEqual([]);
    expect((await get('/')).text).toContain('No messages yet');
  });

  test('keeps what real SMTP brings, the oldest first', async () => {
    expect(await send(verifyEmailLetter({ ...about, link, lifeHours: 24 }))).toEqual({ status: 'accepted' });
    expect(await send(passcodeLetter({ ...about, code: '012345' }), 'other@example.com')).toEqual({
      status: 'accepted',
    });
    const [first, second] = await messages();
    expect(first).toMatchObject({
      id: '1',
      to: ['ina@example.com'],
      subject: expect.stringContaining('Confirm') as string,
      links: [link],
    });
    expect(first?.text.split('\n')).toContain(link);
    expect(second).toMatchObject({ to: ['other@example.com'], links: [] });
    expect(second?.text.split('\n')).toContain('012345');
  });

  test('shows a message: its link as a button, its code large and ready to copy', async () => {
    const list = (await get('/')).text;
    expect(list.indexOf('Your one-time passcode')).toBeLessThan(list.indexOf('Confirm your email address'));
    const page = (await get('/mail/1')).text;
    expect(page).toContain(`<a href="${link}">Confirm email address</a>`);
    expect(page).not.toContain('target=');
    expect(page).toMatch(/<h1>Confirm your email address/u);
    expect((await get('/mail/2')).text).toMatch(
      /<output aria-label="Passcode">012345<\/output><button type="button" data-copy="012345">Copy/u,
    );
    expect((await get('/mail/99')).status).toBe(404);
  });

  test('tells times in UTC, with the moment for the script that tells them in local time', async () => {
    const at = (await messages())[0]?.receivedAt ?? '';
    const { text } = await get('/mail/1');
    expect(text).toContain(`<time datetime="${at}">${at.slice(11, 16)} UTC, ${at.slice(0, 10)}</time>`);
    expect(text).toContain('tellLocalTimes(document)');
  });

  test('refreshes its list in place', async () => {
    const list = (await get('/list?selected=1')).text;
    expect(list).toMatch(/data-id="1"\s+aria-current="page"/u);
    expect(list).not.toContain('<html');
    expect((await get('/mail/1')).text).toContain(list);
  });

  test('runs its own script and style only, and shows mail as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    await send(passcodeLetter({ portal: { name: hostile, brand: cca.brand }, firstName: hostile, code: hostile }));
    const { text, headers } = await get('/mail/3');
    expect(text).not.toContain('<img');
    const nonce = /script-src 'nonce-([^']+)'/u.exec(headers.get('content-security-policy') ?? '')?.[1];
    expect(nonce).toBeDefined();
    expect(text.match(/<script[^>]*>/gu)).toEqual([`<script nonce="${nonce}">`]);
    expect((await get('/mail/3')).headers.get('content-security-policy')).not.toContain(String(nonce));
    const script = /<script[^>]*>([\s\S]*)<\/script>/u.exec(text)?.[1] ?? '';
    expect(parseSync('mailbox.js', script).errors).toEqual([]);
  });

  test('refuses addresses that are there to be refused', async () => {
    const before = (await messages()).length;
    const delivery = await send(passcodeLetter({ ...about, code: '111111' }), 'gone@bounces.example.com');
    expect(delivery).toMatchObject({ status: 'refused', words: expect.stringMatching(/^550 5\.1\.1/u) as string });
    expect(await messages()).toHaveLength(before);
  });

  test('answers to no other name, so that a page elsewhere cannot reach it through one', async () => {
    const { port } = new URL(mailbox.url);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(
        { host: '127.0.0.1', port, path: '/messages', headers: { host: `evil.example.com:${port}` } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});
