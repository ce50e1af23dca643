import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hintSchema, type Hint } from '../../../../src-shared/portal-api/changes.ts';
import { fail, ok } from '../../../../src-shared/result.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { openHintHub, type HintHub } from '../../../../src-portal/features/changes/hint-hub.ts';
import { hintStream } from '../../../../src-portal/features/changes/hint-stream.ts';
import { errorStatus } from '../../../../src-portal/http/error-status.ts';
import { endSession } from '../../../../src-portal/identity/end-sessions.ts';
import { createPeople, type Member, type People } from '../people-fixture.ts';
import { openTestDatabase } from '../../test-database.ts';

let opened: OpenDatabase;
let people: People;
let administrator: Member;
let hub: HintHub;
/** As when the connection that listens was lost and is there again. */
let tellGap: () => void;
let app: FastifyInstance;
let address: string;
let signedIn: Map<string, Member>;
const streams: Stream[] = [];

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

beforeEach(async () => {
  people = await createPeople(opened);
  administrator = await people.addAdministrator();
  hub = await openHintHub({
    listen(channel, onPayload, onGap = () => undefined) {
      tellGap = onGap;
      return opened.listen(channel, onPayload, onGap);
    },
  });
  signedIn = new Map();
  await start(60_000);
});
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.leave();
  await app.close();
  await hub.close();
});

async function start(keepAliveMs: number): Promise<void> {
  app = Fastify({ forceCloseConnections: 'idle' });
  await app.register(hintStream, {
    context: people.context,
    hub,
    keepAliveMs,
    authenticate: (request) => {
      const member = signedIn.get(request.headers.authorization ?? '');
      return Promise.resolve(member === undefined ? fail({ code: 'session_ended' }) : ok(member.caller));
    },
    statusOf: ({ code }) => errorStatus(code),
  });
  address = await app.listen({ port: 0, host: '127.0.0.1' });
}

interface Stream {
  readonly status: number;
  readonly contentType: string | null;
  readonly lines: string[];
  readonly hints: () => Hint[];
  /** True once the service has ended it. */
  ended: boolean;
  leave(): void;
}

async function connect(member: Member): Promise<Stream> {
  const key = member.caller.sessionId;
  signedIn.set(key, member);
  const leaving = new AbortController();
  const response = await fetch(`${address}/portals/cca/hints`, {
    headers: { authorization: key },
    signal: leaving.signal,
  });
  const lines: string[] = [];
  const stream: Stream = {
    status: response.status,
    contentType: response.headers.get('content-type'),
    lines,
    hints: () =>
      lines.filter((line) => line.startsWith('data: ')).map((line) => hintSchema.parse(JSON.parse(line.slice(6)))),
    ended: false,
    leave: () => leaving.abort(),
  };
  streams.push(stream);
  void readLines(response, lines).finally(() => {
    stream.ended = true;
  });
  return stream;
}

async function readLines(response: Response, lines: string[]): Promise<void> {
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body ?? []) {
      lines.push(...decoder.decode(chunk, { stream: true }).split('\n').filter(Boolean));
    }
  } catch {
    // cut off, by either side
  }
}

async function listen(member: Member): Promise<Stream> {
  await people.addSession(member);
  const stream = await connect(member);
  // what stands now is told first; from here on, each step
  await vi.waitFor(() => expect(stream.hints().length).toBeGreaterThan(0));
  return stream;
}

const soon = { timeout: 1_000, interval: 5 };
const grown = (position: number): Hint => ({
  about: 'organization',
  organizationId: people.organizationId,
  position,
});
const revoke = (member: Member) =>
  people.outcomeOf(administrator, { kind: 'revoke-user', subjectId: member.userId, payload: { reason: null } });

describe('the stream of hints', () => {
  it('is an event stream that begins with how far each organization has come', async () => {
    const stream = await listen(administrator);
    expect(stream).toMatchObject({ status: 200, contentType: 'text/event-stream' });
    expect(stream.lines[0]).toBe(': listening');
    expect(stream.hints()).toEqual([grown(0)]);
  });

  it('tells every active member of a change within a second, and nobody else', async () => {
    const clerk = await people.addMember();
    const elsewhere = await people.addMember({ organizationId: await people.addOrganization() });
    const user = await people.addMember();
    const [first, second, other] = await Promise.all([listen(administrator), listen(clerk), listen(elsewhere)]);
    await people.outcomeOf(administrator, { kind: 'make-admin', subjectId: user.userId, payload: {} });
    await vi.waitFor(() => expect(first.hints()).toEqual([grown(0), grown(1)]), soon);
    await vi.waitFor(() => expect(second.hints()).toEqual([grown(0), grown(1)]), soon);
    expect(other.hints()).toHaveLength(1);
    expect(other.hints()[0]).not.toMatchObject({ organizationId: people.organizationId });
  });

  it('tells the account concerned that its linked accounts changed', async () => {
    const user = await people.addMember();
    const stream = await listen(user);
    await people.outcomeOf(administrator, { kind: 'make-admin', subjectId: user.userId, payload: {} });
    await vi.waitFor(() => expect(stream.hints()).toContainEqual({ about: 'linked-accounts' }), soon);
  });

  it('ends within a second of a revocation that takes the last access away', async () => {
    const user = await people.addMember();
    const stream = await listen(user);
    await revoke(user);
    await vi.waitFor(() => expect(stream.ended).toBe(true), soon);
    expect(stream.hints()).toEqual([grown(0)]);
  });

  it('goes on without the organization for somebody who keeps another', async () => {
    const user = await people.addMember();
    const organizationId = await people.addOrganization();
    await people.addMember({ accountId: user.accountId, organizationId });
    const stream = await listen(user);
    await revoke(user);
    await vi.waitFor(() => expect(stream.hints()).toContainEqual({ about: 'linked-accounts' }), soon);
    const user2 = await people.addMember();
    await people.outcomeOf(administrator, { kind: 'make-admin', subjectId: user2.userId, payload: {} });
    const late = await listen(administrator);
    expect(late.hints()).toEqual([grown(2)]);
    expect(stream.ended).toBe(false);
    expect(stream.hints()).not.toContainEqual(grown(2));
  });

  it('begins to tell of an organization that the account has just got', async () => {
    const requester = await people.addRequester();
    const member = await people.addMember({
      accountId: requester.accountId,
      organizationId: await people.addOrganization(),
    });
    const stream = await listen(member);
    await people.outcomeOf(administrator, {
      kind: 'approve-access-request',
      subjectId: requester.requestId,
      payload: { role: 'user', permissions: [] },
    });
    await vi.waitFor(() => expect(stream.hints()).toContainEqual(grown(2)), soon);
  });

  it('ends within a second of a sign-out, for this session alone', async () => {
    const stream = await listen(administrator);
    const sessionId = people.context.chance.newId();
    const other = await listen({ ...administrator, caller: { ...administrator.caller, sessionId } });
    await opened.database
      .transaction()
      .execute((transaction) =>
        endSession(transaction, people.context.chance, administrator.caller.sessionId, 'signed-out'),
      );
    await vi.waitFor(() => expect(stream.ended).toBe(true), soon);
    expect(other.ended).toBe(false);
  });

  it('ends at once when the session is over already', async () => {
    const stream = await connect(administrator);
    await vi.waitFor(() => expect(stream.ended).toBe(true), soon);
    expect(stream.hints()).toEqual([]);
  });

  it('is only for somebody who is signed in', async () => {
    const response = await fetch(`${address}/portals/cca/hints`);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: { code: 'session_ended' } });
  });

  it('gives way to a newer one of the same session', async () => {
    const first = await listen(administrator);
    const second = await connect(administrator);
    await vi.waitFor(() => expect(first.ended).toBe(true), soon);
    await vi.waitFor(() => expect(second.hints()).toEqual([grown(0)]), soon);
    expect(second.ended).toBe(false);
  });

  it('is refused beyond twenty of one account, until one of them leaves', async () => {
    const sessions = Array.from({ length: 21 }, () => ({
      ...administrator,
      caller: { ...administrator.caller, sessionId: people.context.chance.newId() },
    }));
    const last = sessions.pop();
    if (last === undefined) throw new Error('There are twenty-one');
    const open = await Promise.all(sessions.map(listen));
    await people.addSession(last);
    expect((await connect(last)).status).toBe(429);
    open[0]?.leave();
    await vi.waitFor(async () => expect((await connect(last)).status).toBe(200), { timeout: 5_000, interval: 50 });
  });

  it('ends for all when hints may have been lost, and whoever comes back is told what is new', async () => {
    const clerk = await people.addMember();
    const [first, second] = await Promise.all([listen(administrator), listen(clerk)]);
    await opened.database
      .updateTable('organization')
      .set({ feed_position: 3 })
      .where('id', '=', people.organizationId)
      .execute();
    tellGap();
    await vi.waitFor(() => expect([first.ended, second.ended]).toEqual([true, true]), soon);
    expect(first.hints()).toEqual([grown(0)]);
    const again = await connect(administrator);
    await vi.waitFor(() => expect(again.hints()).toEqual([grown(3)]), soon);
    expect(again.ended).toBe(false);
  });

  it('does not keep the service from closing', async () => {
    const stream = await listen(administrator);
    await app.close();
    await vi.waitFor(() => expect(stream.ended).toBe(true), soon);
  });
});

describe('at each keep-alive', () => {
  beforeEach(async () => {
    await app.close();
    await start(20);
  });

  it('a comment shows that the line is open', async () => {
    const stream = await listen(administrator);
    await vi.waitFor(() => expect(stream.lines.filter((line) => line === ': still here').length).toBeGreaterThan(1));
  });

  it('growth is told whose notice was lost', async () => {
    const stream = await listen(administrator);
    await opened.database
      .updateTable('organization')
      .set({ feed_position: 7 })
      .where('id', '=', people.organizationId)
      .execute();
    await vi.waitFor(() => expect(stream.hints()).toEqual([grown(0), grown(7)]));
  });

  it('a session that ended without a word is noticed', async () => {
    const stream = await listen(administrator);
    await opened.database.deleteFrom('session').where('id', '=', administrator.caller.sessionId).execute();
    await vi.waitFor(() => expect(stream.ended).toBe(true));
  });
});
