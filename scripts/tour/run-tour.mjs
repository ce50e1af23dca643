import process from 'node:process';
import { build } from '../build/build-target.mjs';
import { runOnDesktop } from '../desktop/run-on-desktop.mjs';
import { inProject } from '../project.mjs';
import { ensureElectron, ensureSetup } from '../setup/ensure-setup.mjs';

/** The main job end to end, with screenshots, on a throwaway desktop. Answers Playwright's exit code. */
export async function runTour() {
  await ensureSetup(['electron', 'virtual-desktop']);
  await ensureElectron();
  await build(['desktop', 'portal']);
  const playwright = inProject('node_modules', '@playwright', 'test', 'cli.js');
  return runOnDesktop(process.execPath, [playwright, 'test', '--project', 'tour', '--reporter', 'list']);
}
