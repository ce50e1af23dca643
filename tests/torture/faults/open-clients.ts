import type { Database } from '../../../src-portal/context.ts';
import { hashToken } from '../../../src-portal/identity/token.ts';
import { seededRandom } from '../../../src-portal/seeds/seeded-random.ts';
import { openFaultProxy, type FaultProxy } from './fault-proxy.ts';
import { openFaultyDesk, type FaultyDesk } from './faulty-desk.ts';
import type { Administrator } from './practices.ts';
import type { Closers } from './start-service.ts';
import { createTraffic } from './traffic.ts';
import { createUpstream } from './upstream.ts';

/** One administrator at one computer, behind a bad line. */
export interface Client {
  /** The same in each run of a seed. */
  readonly name: string;
  readonly desk: FaultyDesk;
  readonly proxy: FaultProxy;
  readonly organizationIds: readonly string[];
  /** Users who are administrators at one of the computers: nobody decides about them. */
  readonly spared: ReadonlySet<string>;
}

export interface ClientSettings {
  readonly database: Database;
  readonly people: readonly Administrator[];
  readonly urls: readonly string[];
  readonly folder: string;
  /** The built program of the thread that writes first loads. */
  readonly pageThread: string;
  readonly seed: number;
  readonly closers: Closers;
}

export async function openClients(settings: ClientSettings): Promise<Client[]> {
  const { database, people, urls, folder, pageThread, seed, closers } = settings;
  const spared = await membershipsOf(database, people);
  const traffic = createTraffic();
  const upstream = createUpstream(urls);
  closers.push(() => {
    upstream.close();
  });

  async function openClient({ session, organizationIds }: Administrator, place: number): Promise<Client> {
    const name = `${String(seed)} ${String(place)}`;
    const proxy = await openFaultProxy({
      place,
      random: seededRandom(`faults ${name}`),
      upstream,
      traffic,
      giveUp: () => {
        desk.losePatience();
      },
      expireToken: (accessToken) => expireToken(database, accessToken),
    });
    closers.push(() => proxy.close());
    const random = seededRandom(`desk ${name}`);
    const desk = await openFaultyDesk({ folder, pageThread, session, portalUrl: proxy.url, random });
    closers.push(() => desk.close());
    return { name, desk, proxy, organizationIds, spared };
  }

  return Promise.all(people.map(openClient));
}

async function expireToken(database: Database, accessToken: string): Promise<void> {
  await database
    .updateTable('access_token')
    .set({ expires_at: new Date(0) })
    .where('token_hash', '=', hashToken(accessToken))
    .execute();
}

async function membershipsOf(database: Database, people: readonly Administrator[]): Promise<ReadonlySet<string>> {
  const accountIds = people.map(({ session }) => session.account.id);
  const rows = await database.selectFrom('membership').select('id').where('account_id', 'in', accountIds).execute();
  return new Set(rows.map(({ id }) => id));
}
