import { createServer, type AddressInfo, type Server } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { createMailer, mailerWithoutServer, type Mailer, type OutgoingEmail } from '../../../src-portal/mail/mailer.ts';

const email: OutgoingEmail = {
  messageId: '<job-1@portal.example.com>',
  from: 'Provider portals <portal@example.com>',
  to: 'anna.berg@example.com',
  subject: 'Grüße aus Boston',
  text: 'Hello Anna,\n\nhttps://portal.example.com/x?token=abc\n',
  html: '<p>Hello Anna</p>',
};

/** What the server says at which stage; nothing means that it takes the mail. */
interface Manners {
  readonly atRecipient?: [number, string];
  readonly atEnd?: [number, string];
}

describe('a mailer', () => {
  const closers: (() => Promise<unknown> | void)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).toReversed()) await close();
  });

  const refusal = ([responseCode, words]: [number, string]) => Object.assign(new Error(words), { responseCode });

  async function openServer({ atRecipient, atEnd }: Manners = {}): Promise<{
    port: number;
    received: ParsedMail[];
    recipients: string[];
  }> {
    const received: ParsedMail[] = [];
    const recipients: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onRcptTo: ({ address }, _session, done) => {
        recipients.push(address);
        done(atRecipient === undefined ? null : refusal(atRecipient));
      },
      onData: (stream, _session, answer) => {
        void simpleParser(stream).then((mail) => {
          received.push(mail);
          answer(atEnd === undefined ? null : refusal(atEnd));
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
    return { port: (server.server.address() as AddressInfo).port, received, recipients };
  }

  function mailerTo(port: number): Mailer {
    const mailer = createMailer(`smtp://127.0.0.1:${port}`);
    closers.push(() => mailer.close());
    return mailer;
  }

  test('hands a message over', async () => {
    const { port, received } = await openServer();
    expect(await mailerTo(port).send(email)).toEqual({ status: 'accepted' });
    expect(received).toHaveLength(1);
    const [mail] = received;
    expect(mail?.subject).toBe('Grüße aus Boston');
    expect(mail?.text).toContain('https://portal.example.com/x?token=abc');
    expect(mail?.html).toContain('<p>Hello Anna</p>');
    expect(mail?.messageId).toBe('<job-1@portal.example.com>');
    expect(mail?.from?.value).toEqual([{ name: 'Provider portals', address: 'portal@example.com' }]);
  });

  test('writes to one person, whatever the address looks like', async () => {
    const { port, recipients } = await openServer();
    await mailerTo(port).send({ ...email, to: 'one@example.com, two@example.com' });
    expect(recipients.length).toBeLessThanOrEqual(1);
  });

  test.each([550, 553, 552])(
    'tells that the recipient is refused for good (%i), in the server’s words',
    async (code) => {
      const { port } = await openServer({ atRecipient: [code, '5.1.1 No such person'] });
      expect(await mailerTo(port).send(email)).toEqual({
        status: 'refused',
        reason: `EENVELOPE ${code}`,
        words: `${code} 5.1.1 No such person`,
      });
    },
  );

  test('tells that the message itself is refused', async () => {
    const { port } = await openServer({ atEnd: [554, '5.7.1 Not wanted'] });
    expect(await mailerTo(port).send(email)).toMatchObject({ status: 'refused', words: '554 5.7.1 Not wanted' });
  });

  test.each([421, 450, 451])('tells that a later try may succeed (%i)', async (code) => {
    const { port } = await openServer({ atRecipient: [code, '4.2.0 Busy'] });
    expect(await mailerTo(port).send(email)).toMatchObject({ status: 'postponed' });
  });

  test('tells that nobody listens', async () => {
    const { port } = await openServer();
    for (const close of closers.splice(0)) await close();
    expect(await mailerTo(port).send(email)).toMatchObject({ status: 'postponed', reason: 'ESOCKET' });
  });

  test('tells that the server hangs up', async () => {
    const rude: Server = createServer((socket) => socket.end());
    await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve));
    closers.push(() => new Promise((resolve) => rude.close(resolve)));
    const { port } = rude.address() as AddressInfo;
    expect(await mailerTo(port).send(email)).toMatchObject({ status: 'postponed' });
  });

  test('takes a wrong sign-in at the server for our own fault, not the recipient’s', async () => {
    const server = new SMTPServer({
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onAuth: (_auth, _session, done) => done(refusal([535, '5.7.8 Wrong password'])),
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const mailer = createMailer(`smtp://user:wrong@127.0.0.1:${(server.server.address() as AddressInfo).port}`);
    closers.push(() => mailer.close());
    expect(await mailer.send(email)).toMatchObject({ status: 'postponed', reason: 'EAUTH 535' });
  });

  test('without a server postpones everything', async () => {
    expect(await mailerWithoutServer.send(email)).toMatchObject({ status: 'postponed' });
  });
});
