// started by crash.test.ts: node crash-child.mjs FILE KEY
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [file = '', key = ''] = process.argv.slice(2);
/** @type {{module: typeof import('./enqueue-forever.ts')}} */
const { module } = await runnerImport(fileURLToPath(new URL('enqueue-forever.ts', import.meta.url)));
module.enqueueForever(file, key);
