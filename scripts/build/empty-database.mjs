// node scripts/build/empty-database.mjs FILE: an embedded database with nothing in it, for new ones to begin with
import fs from 'node:fs';
import process from 'node:process';
import { PGlite } from '@electric-sql/pglite';

const [file = ''] = process.argv.slice(2);
const pglite = await PGlite.create();
const dump = await pglite.dumpDataDir('gzip');
fs.writeFileSync(file, Buffer.from(await dump.arrayBuffer()));
await pglite.close();
