// npm start [-- --fresh]: the app on a portal service with demo data; --fresh forgets what was done in it before
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { build } from './build/build-target.mjs';
import { runInForeground, stop } from './child.mjs';
import { SetupProblem, runMain, say, step } from './progress.mjs';
import { root } from './project.mjs';
import { electronExecutable } from './setup/electron-runtime.mjs';
import { ensureElectron, ensureSetup } from './setup/ensure-setup.mjs';
import { startDemoService } from './start/demo-service.mjs';
import { runTour } from './tour/run-tour.mjs';
import { userDataFolder } from './user-folders.mjs';

const demoFolder = path.join(userDataFolder(), 'demo');

await runMain(async () => {
  const unknown = process.argv.slice(2).filter((parameter) => parameter !== '--fresh');
  if (unknown.length > 0) throw new SetupProblem(`Unknown: ${unknown.join(' ')}\nusage: npm start [-- --fresh]`);
  if (!hasDisplay()) {
    say('There is no display: this is the tour on a virtual one.');
    return runTour();
  }
  await ensureSetup(['electron']);
  const runtime = await ensureElectron();
  await build(['desktop', 'portal']);
  if (process.argv.includes('--fresh')) fs.rmSync(demoFolder, { recursive: true, force: true });
  return runApp(electronExecutable(runtime));
});

/** @param {string} electron */
async function runApp(electron) {
  const { service, addresses, logFile } = await step('Starting the portal service', () => startDemoService(demoFolder));
  try {
    say(`Portal service: ${addresses.url}`);
    if (addresses.mailboxUrl !== undefined) say(`Mail that it sends: ${addresses.mailboxUrl}`);
    say(`Its log: ${logFile}`);
    say(`Demo data: ${demoFolder} (start over: npm start -- --fresh)`);
    // Chromium refuses its sandbox to root, which only a container runs it as
    const parameters = process.getuid?.() === 0 ? ['--no-sandbox', root] : [root];
    return await runInForeground(electron, parameters, {
      env: {
        ...process.env,
        PORTAL_DESK_HOME: path.join(demoFolder, 'desktop'),
        PORTAL_DESK_PORTAL: addresses.url,
      },
    });
  } finally {
    await stop(service);
  }
}

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}
