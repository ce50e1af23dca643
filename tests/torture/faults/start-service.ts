import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openMailStandIn } from '../service/mail-stand-in.ts';
import { startInstance } from '../service/service-instance.ts';

/** What is to be undone at the end, the last one first. */
export type Closers = (() => Promise<unknown> | void)[];

/** An empty database of its own; answers its URL. */
export async function newDatabase(serverUrl: string, name: string, closers: Closers): Promise<string> {
  const ask = async (question: string): Promise<void> => {
    const server = new pg.Client(serverUrl);
    await server.connect();
    await server.query(question);
    await server.end();
  };
  await ask(`drop database if exists ${name} with (force)`);
  await ask(`create database ${name}`);
  closers.push(() => ask(`drop database if exists ${name} with (force)`));
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Two instances on one database, with a mail server that takes everything; answers where they listen. */
export async function startService(databaseUrl: string, folder: string, closers: Closers): Promise<string[]> {
  const mail = await openMailStandIn();
  closers.push(() => mail.close());
  const serviceKey = randomBytes(32);
  const settings = { databaseUrl, smtpUrl: mail.url, serviceKey, folder };
  const instances = await Promise.all(['one', 'two'].map((name) => startInstance({ ...settings, name })));
  closers.push(() => Promise.all(instances.map((instance) => instance.end())));
  await Promise.all(instances.map((instance) => instance.listens()));
  return instances.map(({ url }) => url);
}
