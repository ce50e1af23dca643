import { runMain } from './progress.mjs';
import { runServiceProgram } from './service-program.mjs';

await runMain(() => runServiceProgram('operator'));
