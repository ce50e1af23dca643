// a thread of its own that writes pages of first loads into the cache's file; started by page-writers.ts
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../open-database.ts';
import { giveWay } from '../right-of-way.ts';
import { preparedStatements } from '../sqlite.ts';
import { storageFailure } from '../storage-failure.ts';
import { transactionsOf } from '../transactions.ts';
import { feedWriter } from './feed-repository.ts';
import type { PageThreadSettings, ToPageThread, WrittenPage } from './page-writers.ts';

const port = parentPort;
if (port === null) throw new Error('This is a thread’s program');
const { file, key, rightOfWay } = workerData as PageThreadSettings;
const opened = openDatabase({ file, key });
if (!opened.ok) throw new Error(`The cache did not open: ${opened.error.code}`);
const database = opened.value;
const feed = feedWriter(database, preparedStatements(database), transactionsOf(database));

port.on('message', (message: ToPageThread) => {
  if (message === 'end') {
    port.close();
    // what is left in the log would be moved by whoever writes next
    feed.checkpoint();
    database.close();
  } else port.postMessage(write(message));
});

function write({ organizationId, after, page }: Exclude<ToPageThread, 'end'>): WrittenPage {
  giveWay(rightOfWay);
  try {
    const outcome = feed.continueSnapshot(organizationId, after, page);
    feed.checkpointWhenDue();
    return { outcome };
  } catch (error) {
    const failure = storageFailure(error);
    return failure === null ? { bug: String(error) } : { failure };
  }
}
