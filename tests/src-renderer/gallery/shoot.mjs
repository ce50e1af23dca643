// Draws every scene in both themes, photographs it and has axe look at it.
// node tests/src-renderer/gallery/shoot.mjs FOLDER [PART OF A SCENE'S NAME]   CHROMIUM=/usr/bin/chromium
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright-core';
import mantine from 'postcss-preset-mantine';
import { build, preview } from 'vite';

// the package brings no types
const preset = /** @type {() => import('postcss').Plugin} */ (/** @type {unknown} */ (mantine));
const [folder = 'test-results/gallery', part = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const outDir = mkdtempSync(path.join(tmpdir(), 'gallery-'));
await build({
  root: import.meta.dirname,
  configFile: false,
  logLevel: 'error',
  plugins: [react()],
  css: { postcss: { plugins: [preset()] } },
  build: { outDir, emptyOutDir: true, target: 'chrome130' },
});
const server = await preview({ root: import.meta.dirname, configFile: false, build: { outDir }, preview: { port: 0 } });
const address = `${server.resolvedUrls?.local[0] ?? ''}index.html`;
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const context = await browser.newContext({ viewport: { width: 1360, height: 860 }, reducedMotion: 'reduce' });

const list = await context.newPage();
await list.goto(address);
await list.waitForSelector('html[data-ready]', { timeout: 120_000 });
const names = await list.$$eval('p', (rows) => rows.map((row) => row.textContent.split(':')[0] ?? ''));
await list.close();

let violations = 0;
for (const name of names.filter((one) => one.includes(part))) {
  for (const theme of ['light', 'dark']) {
    const page = await context.newPage();
    /** @type {string[]} */
    const faults = [];
    page.on('pageerror', (error) => faults.push(error.message.slice(0, 300)));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    try {
      await page.goto(`${address}#${name}/${theme}`);
      await page.waitForSelector('html[data-ready]', { timeout: 10_000 });
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: path.join(folder, `${name}-${theme}.png`) });
      const found = await new AxeBuilder({ page }).analyze();
      violations += found.violations.length;
      for (const { id, nodes } of found.violations) {
        for (const node of nodes) faults.push(`axe ${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`);
      }
    } catch (error) {
      faults.push(String(error));
    }
    process.stdout.write(`${name} ${theme} ${faults.length === 0 ? 'ok' : `\n  ${faults.join('\n  ')}`}\n`);
    await page.close();
  }
}
process.stdout.write(`${violations} axe violations\n`);
await browser.close();
await server.close();
rmSync(outDir, { recursive: true });
process.exitCode = violations === 0 ? 0 : 1;
