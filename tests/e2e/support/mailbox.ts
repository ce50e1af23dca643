import { expect } from '@playwright/test';

/** A message as the demonstration's mailbox tells it after a real SMTP server took it and parsed it. */
export interface Message {
  readonly id: string;
  readonly to: string[];
  readonly subject: string;
  readonly text: string;
  readonly links: string[];
  readonly receivedAt: string;
}

/** Reads what the service has mailed. */
export class Mailbox {
  constructor(private readonly url: string) {}

  async messages(to: string): Promise<Message[]> {
    const answer = await fetch(new URL('/messages', this.url));
    const all = (await answer.json()) as Message[];
    return all.filter((message) => message.to.includes(to));
  }

  /** Waits for a message to that person whose subject matches, beyond the first `after` ones. */
  async waitFor(to: string, subject: RegExp, after = 0): Promise<Message> {
    let found: Message | undefined;
    await expect
      .poll(async () => (found = (await this.messages(to)).filter((message) => subject.test(message.subject))[after]), {
        message: `an email to ${to} about ${String(subject)}`,
        timeout: 20_000,
      })
      .toBeDefined();
    if (found === undefined) throw new Error('unreachable');
    return found;
  }

  /** The six digits of the newest passcode sent to that person after `since`. */
  async passcode(to: string, count: number): Promise<string> {
    const message = await this.waitFor(to, /passcode/iu, count);
    const code = /\b(\d{6})\b/u.exec(message.text)?.[1];
    if (code === undefined) throw new Error(`No passcode in "${message.subject}"`);
    return code;
  }

  async countPasscodes(to: string): Promise<number> {
    return (await this.messages(to)).filter((message) => /passcode/iu.test(message.subject)).length;
  }
}
