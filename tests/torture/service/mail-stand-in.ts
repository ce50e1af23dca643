import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail server that takes everything for everybody and counts it. */
export interface MailStandIn {
  readonly url: string;
  /** How many emails an address has been sent. */
  arrivedFor(address: string): number;
  /** How many emails there were in all, repeats included. */
  total(): number;
  /** Lets every sender wait for its answer from now on; the answered function lets them go. */
  hold(): () => void;
  /** Resolves once a sender waits. */
  held(): Promise<void>;
  close(): Promise<void>;
}

export async function openMailStandIn(): Promise<MailStandIn> {
  const arrived = new Map<string, number>();
  let total = 0;
  let released = Promise.resolve();
  let noteHeld = (): void => undefined;
  let someHeld = Promise.resolve();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 1_000,
    onData(stream, { envelope }, answer) {
      stream.resume();
      stream.once('end', () => {
        noteHeld();
        void released.then(() => {
          total += 1;
          for (const { address } of envelope.rcptTo) arrived.set(address, (arrived.get(address) ?? 0) + 1);
          answer();
        });
      });
    },
  });
  // a sender that is killed is what this is for
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrivedFor: (address) => arrived.get(address) ?? 0,
    total: () => total,
    hold() {
      let release = (): void => undefined;
      released = new Promise((resolve) => (release = resolve));
      someHeld = new Promise((resolve) => (noteHeld = resolve));
      return () => release();
    },
    held: () => someHeld,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
