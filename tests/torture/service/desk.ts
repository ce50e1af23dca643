import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { v7 } from 'uuid';
import type { Connector } from '../../../src-main/connectors/connector.ts';
import type { Fetch } from '../../../src-main/connectors/service/portal-client.ts';
import type { Command } from '../../../src-shared/domain/command.ts';
import type { ErrorCode } from '../../../src-shared/errors.ts';
import type { Outcome } from '../../../src-shared/portal-api/commands.ts';
import { seededRandom } from '../../../src-portal/seeds/seeded-random.ts';
import { balancedUrl, openDeskLine } from './desk-line.ts';
import { createDecider } from './next-intent.ts';
import type { DeskPeople } from './practice.ts';

/** A command with the outcome that the service has told. */
export interface Acknowledged {
  readonly command: Command;
  readonly outcome: Outcome;
  /** When the try that was answered began, in milliseconds since 1970. */
  readonly answeredTryAtMs: number;
}

export interface DeskTally {
  /** Tries after which nobody knew what had become of the command. */
  unknownAnswers: number;
  renewals: number;
  /** Answers that were kept from the desk on purpose, over and above those that the kills cost. */
  renewalsDropped: number;
  answersDropped: number;
  /** Sessions that the service ended. */
  sessionsEnded: number;
  repeated: number;
  /** Commands that were answered otherwise when they were sent again. */
  changedAnswers: number;
}

/** One administrator's desktop: its real line to the service, and somebody who keeps deciding. */
export interface Desk {
  readonly people: DeskPeople;
  readonly connector: Connector;
  readonly acknowledged: readonly Acknowledged[];
  readonly tally: DeskTally;
  /** Answers that no decision of a desk should get. */
  readonly unexpected: readonly string[];
  /** Decides until `stop` says so, and then until the last command has its outcome. */
  run(stop: () => boolean): Promise<void>;
  close(): Promise<void>;
}

export interface DeskSettings {
  readonly name: string;
  readonly people: DeskPeople;
  readonly seed: number;
  /** The instances of the service, any of which may get any request. */
  readonly urls: readonly string[];
}

const retryMs = 40;
const thinkingMs = 60;
/** Without an outcome for so long, something is wrong. */
const patienceMs = 180_000;
/** After these the same command is sent again, as the desktop does. */
const unknown: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'offline',
  'portal_error',
  'unexpected_answer',
  'command_in_flight',
]);

export async function openDesk(settings: DeskSettings): Promise<Desk> {
  const { name, people, seed } = settings;
  const acknowledged: Acknowledged[] = [];
  const tally: DeskTally = {
    unknownAnswers: 0,
    renewals: 0,
    renewalsDropped: 0,
    answersDropped: 0,
    sessionsEnded: 0,
    repeated: 0,
    changedAnswers: 0,
  };
  const unexpected: string[] = [];
  const line = await openDeskLine(people.session, balancedFetch(settings, tally), () => {
    tally.sessionsEnded += 1;
  });
  const decider = createDecider(seededRandom(`${seed} ${name} decides`), people, name);
  const random = seededRandom(`${seed} ${name}`);
  const { connector } = line;

  async function settle(command: Command): Promise<Acknowledged | null> {
    const latestMs = performance.now() + patienceMs;
    for (;;) {
      const answeredTryAtMs = Date.now();
      const answer = await connector.submit(command);
      if (answer.ok) return { command, outcome: answer.value, answeredTryAtMs };
      if (!unknown.has(answer.error.code) || performance.now() > latestMs) {
        unexpected.push(`${command.intent.kind}: ${answer.error.code}`);
        return null;
      }
      tally.unknownAnswers += 1;
      await delay(retryMs);
    }
  }

  async function sendAgain({ command, outcome }: Acknowledged): Promise<void> {
    tally.repeated += 1;
    const again = await settle(command);
    if (!isDeepStrictEqual(again?.outcome, outcome)) tally.changedAnswers += 1;
  }

  return {
    people,
    connector,
    acknowledged,
    tally,
    unexpected,
    async run(stop) {
      while (!stop()) {
        const decided = decider.next();
        const { organizationId } = people;
        const command = { id: v7(), organizationId, decidedAt: new Date().toISOString(), ...decided };
        const settled = await settle(command);
        // a session that is over ends this desk; the figures say so
        if (settled === null) return;
        acknowledged.push(settled);
        decider.learn(settled.outcome);
        if (random.chance(0.1)) await sendAgain(random.pick(acknowledged));
        await delay(random.between(0, thinkingMs));
      }
    },
    close: () => line.close(),
  };
}

/**
 * Requests go to any instance. Now and then the access token has expired, and now and then an answer is lost on its way,
 * that of a renewal above all.
 */
function balancedFetch({ name, seed, urls }: DeskSettings, tally: DeskTally): Fetch {
  const random = seededRandom(`${seed} ${name} network`);
  return async (url, init) => {
    const isRenewal = url.endsWith('/sessions/refresh');
    const headers = new Headers(init.headers);
    if (!isRenewal && random.chance(0.05)) headers.set('authorization', `Bearer ${'expired'.padEnd(43, '_')}`);
    if (isRenewal) tally.renewals += 1;
    const answer = await fetch(url.replace(balancedUrl, random.pick(urls)), { ...init, headers });
    if (!answer.ok || !random.chance(isRenewal ? 0.3 : 0.1)) return answer;
    await answer.body?.cancel();
    tally[isRenewal ? 'renewalsDropped' : 'answersDropped'] += 1;
    throw new Error('The answer was lost on its way');
  };
}
