import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { expect } from '@playwright/test';
import type { AccessRequest } from '../../../src-shared/domain/access-request.ts';
import type { Command, Intent } from '../../../src-shared/domain/command.ts';
import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import type { User } from '../../../src-shared/domain/user.ts';
import type { FeedRecord } from '../../../src-shared/portal-api/changes.ts';
import type { Outcome } from '../../../src-shared/portal-api/commands.ts';
import type { Session } from '../../../src-shared/portal-api/identity.ts';
import type { Mailbox } from './mailbox.ts';
import type { PortalProcess } from './portal-process.ts';
import { dana } from './steps.ts';

/** Somebody who works at the portal by another way than this desk: over the service's own interface. */
export class Colleague {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** Renée, the second administrator of the demonstration's practice. */
  static async signIn(portal: PortalProcess, mailbox: Mailbox, email: string): Promise<Colleague> {
    const url = `${portal.url}/portals/cca`;
    const post = async (path: string, body: object) => {
      const answer = await fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(answer.ok, `${path}: ${String(answer.status)}`).toBe(true);
      return (await answer.json()) as unknown;
    };
    const started = (await post('/sign-ins', {
      username: email,
      password: dana.password,
      device: `Another desk ${randomUUID().slice(0, 8)}`,
    })) as { signInId: string };
    const before = await mailbox.countPasscodes(email);
    await post(`/sign-ins/${started.signInId}/passcodes`, {});
    const code = await mailbox.passcode(email, before);
    const session = (await post(`/sign-ins/${started.signInId}/verification`, { method: 'email', code })) as Session;
    return new Colleague(url, session.accessToken);
  }

  private async get<Answer>(path: string): Promise<Answer> {
    const answer = await fetch(this.url + path, { headers: { authorization: `Bearer ${this.token}` } });
    expect(answer.ok, `${path}: ${String(answer.status)}`).toBe(true);
    return (await answer.json()) as Answer;
  }

  async records(organizationId: string): Promise<FeedRecord[]> {
    const { records } = await this.get<{ records: FeedRecord[] }>(
      `/organizations/${organizationId}/snapshot?limit=5000`,
    );
    return records;
  }

  async request(organizationId: string, person: string): Promise<AccessRequest> {
    for (const record of await this.records(organizationId)) {
      if (record.kind !== 'access-request') continue;
      if (`${record.entity.firstName} ${record.entity.lastName}` === person) return record.entity;
    }
    throw new Error(`No request of ${person}`);
  }

  /** An active user without rights over others, of the practice that this one runs first. */
  async someUser(): Promise<User> {
    const { linkedAccounts } = await this.get<{ linkedAccounts: LinkedAccount[] }>('/linked-accounts');
    const administered = linkedAccounts.filter(({ role, status }) => role === 'administrator' && status === 'active');
    for (const { organization } of administered) {
      for (const { kind, entity } of await this.records(organization.id)) {
        if (kind === 'user' && entity.role === 'user' && entity.status === 'active') return entity;
      }
    }
    throw new Error('There is no such user');
  }

  async decide(organizationId: string, baseVersion: number, intent: Intent): Promise<Outcome> {
    const command: Command = {
      id: v7(),
      organizationId,
      baseVersion,
      decidedAt: new Date().toISOString(),
      intent,
    };
    const answer = await fetch(`${this.url}/organizations/${organizationId}/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify(command),
    });
    return (await answer.json()) as Outcome;
  }
}
