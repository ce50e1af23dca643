import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { SeededRandom } from '../../../src-portal/seeds/seeded-random.ts';
import { drawFault, type Fault } from './fault.ts';
import { answerWith, headerOf, messageIn, withHeader, type HttpMessage } from './http-message.ts';
import type { Traffic } from './traffic.ts';
import type { Upstream } from './upstream.ts';

/** One client's way to the service: a TCP proxy that knows where requests and answers begin and end. */
export interface FaultProxy {
  readonly url: string;
  readonly tally: FaultTally;
  /** From here on everything passes unharmed; resolves when what was held back has arrived. */
  calm(): Promise<void>;
  /** Lets every duplicate that is still kept arrive, and resolves when the service has answered them. */
  replayRest(): Promise<void>;
  close(): Promise<void>;
}

export interface FaultTally {
  /** Until it was calm. */
  requests: number;
  readonly faults: Map<Fault, number>;
}

export interface FaultProxySettings {
  /** Tells it from the others in the traffic. */
  readonly place: number;
  readonly random: SeededRandom;
  readonly upstream: Upstream;
  readonly traffic: Traffic;
  /** The sender of a request gives it up. */
  readonly giveUp: () => void;
  /** Ends the life of an access token at the service. */
  readonly expireToken: (accessToken: string) => Promise<void>;
}

interface Replay {
  readonly request: HttpMessage;
  /** Requests that pass before it. */
  after: number;
}

const longestDelayMs = 40;
/** Of connections that stay open after an answer; a refusal needs a new one. */
const keptShare = 0.6;
const mostBetween = 20;

export async function openFaultProxy(settings: FaultProxySettings): Promise<FaultProxy> {
  const { place, random, upstream, traffic, giveUp, expireToken } = settings;
  const tally: FaultTally = { requests: 0, faults: new Map() };
  const sockets = new Set<Socket>();
  const underway = new Set<Promise<unknown>>();
  let replays: Replay[] = [];
  let isCalm = false;

  const draw = (): Fault | null => (isCalm ? null : drawFault(random));

  /** Counted at the moment at which it happens. */
  function note(fault: Fault | null): void {
    if (isCalm) return;
    tally.requests += 1;
    if (fault !== null) tally.faults.set(fault, (tally.faults.get(fault) ?? 0) + 1);
  }

  function track<Value>(work: Promise<Value>): Promise<Value> {
    underway.add(work);
    void work.finally(() => underway.delete(work));
    return work;
  }

  const ask = (request: HttpMessage): Promise<HttpMessage | null> => track(upstream.ask(request));

  function accept(client: Socket): void {
    sockets.add(client);
    client.setNoDelay(true);
    client.on('error', () => undefined);
    client.once('close', () => sockets.delete(client));
    let fault = draw();
    if (fault === 'refuse') {
      note(fault);
      client.resetAndDestroy();
      return;
    }
    let bytes = Buffer.alloc(0);
    client.on('data', (part) => {
      // the sender knew of no refusal when it took up a connection that was there
      if (fault === 'reset-before' || fault === 'refuse') {
        note('reset-before');
        client.resetAndDestroy();
        return;
      }
      bytes = Buffer.concat([bytes, part]);
      const request = messageIn(bytes);
      if (request === null) return;
      bytes = Buffer.alloc(0);
      const suffered = fault;
      fault = draw();
      void track(handle(client, request, suffered));
    });
  }

  async function handle(client: Socket, request: HttpMessage, fault: Fault | null): Promise<void> {
    const isRenewal = headerOf(request.head, 'authorization') === null;
    // nobody but the service can say that a session has ended
    const suffered = isRenewal && (fault === '401' || fault === 'expired-token') ? 'drop-answer' : fault;
    note(suffered);
    replayDue();
    if (headerOf(request.head, 'accept') === 'text/event-stream') await stream(client, request, suffered);
    else await exchange(client, request, suffered);
    traffic.passed(place);
  }

  async function exchange(client: Socket, request: HttpMessage, fault: Fault | null): Promise<void> {
    if (fault === 'late-request') {
      giveUp();
      await gone(client);
      if (random.chance(0.5)) await delay(random.between(0, longestDelayMs));
      await ask(request);
      return;
    }
    if (await refused(client, request, fault)) return;
    if (fault === 'replay') replays.push({ request, after: random.between(1, mostBetween) });
    const answers = await Promise.all([ask(request), ...(fault === 'duplicate' ? [ask(request)] : [])]);
    const answer = random.pick(answers);
    if (fault === 'delay') await delay(random.between(1, longestDelayMs));
    if (answer === null) client.resetAndDestroy();
    else await give(client, answer, fault);
  }

  /** What happens before the service has the request; true when it does not get it. */
  async function refused(client: Socket, request: HttpMessage, fault: Fault | null): Promise<boolean> {
    switch (fault) {
      case 'reset-middle':
        await upstream.breakOff(request.bytes.subarray(0, random.between(1, request.bytes.length - 1)));
        client.resetAndDestroy();
        return true;
      case '503':
        client.end(answerWith('503 Service Unavailable', { error: { code: 'internal' } }, ['retry-after: 1']));
        return true;
      case '401':
        client.end(answerWith('401 Unauthorized', { error: { code: 'session_ended' } }));
        return true;
      case 'expired-token':
        await expireToken(headerOf(request.head, 'authorization')?.replace('Bearer ', '') ?? '');
        return false;
      case 'overtaken':
        await traffic.another(place);
        return false;
      case 'delay':
        await delay(random.between(1, longestDelayMs));
        return false;
      default:
        return false;
    }
  }

  async function give(client: Socket, answer: HttpMessage, fault: Fault | null): Promise<void> {
    switch (fault) {
      case 'drop-answer':
        client.resetAndDestroy();
        return;
      case 'truncate':
        client.end(answer.bytes.subarray(0, random.between(1, answer.bytes.length - 1)));
        return;
      case 'late-answer':
        giveUp();
        await gone(client);
        return;
      case '500-after':
        client.end(answerWith('500 Internal Server Error', { error: { code: 'internal' } }));
        return;
      default:
        if (random.chance(keptShare)) client.write(withHeader(answer, 'connection', 'keep-alive'));
        else client.end(answer.bytes);
    }
  }

  /** Hints go on until one side ends them; what happens to answers happens to the first of them. */
  async function stream(client: Socket, request: HttpMessage, fault: Fault | null): Promise<void> {
    if (fault === 'late-request' || fault === 'late-answer') {
      giveUp();
      await gone(client);
    } else if (!(await refused(client, request, fault))) {
      const service = upstream.open(request);
      service.on('error', () => undefined);
      service.once('close', () => client.destroy());
      client.once('close', () => service.destroy());
      if (client.destroyed) service.destroy();
      const breaks = fault !== null && fault !== 'delay' && fault !== 'overtaken' && fault !== 'expired-token';
      service.on('data', (part) => {
        if (!breaks) client.write(part);
        else if (fault === 'drop-answer' || fault === '500-after') client.resetAndDestroy();
        else client.end(part.subarray(0, random.between(1, part.length)));
      });
    }
  }

  function replayDue(): void {
    for (const replay of replays) replay.after -= 1;
    const due = replays.filter(({ after }) => after <= 0);
    replays = replays.filter(({ after }) => after > 0);
    for (const { request } of due) void ask(request);
  }

  const settled = async (): Promise<void> => {
    while (underway.size > 0) await Promise.all(underway);
  };

  const server = createServer(accept);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    tally,
    async calm() {
      isCalm = true;
      traffic.calm();
      await settled();
    },
    async replayRest() {
      for (const { request } of replays.splice(0)) void ask(request);
      await settled();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

const gone = (client: Socket): Promise<void> =>
  client.destroyed
    ? Promise.resolve()
    : new Promise((resolve) => {
        client.once('close', () => {
          resolve();
        });
      });
