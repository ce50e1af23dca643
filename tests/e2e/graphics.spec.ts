import { existsSync } from 'node:fs';
import path from 'node:path';
import { graphicsFile } from '../../src-main/windows/graphics.ts';
import { expect, test } from './support/test.ts';

test('a start remembers for the next one whether the graphics processor is of use', async ({ desk, home }) => {
  await expect.poll(() => existsSync(path.join(home, 'graphics.json'))).toBe(true);
  const chromium = await desk.app.evaluate(({ app }) => ({
    compositing: app.getGPUFeatureStatus().gpu_compositing,
    electron: process.versions['electron'],
  }));
  const { uselessSince, electron } = graphicsFile(home).read();
  expect(uselessSince === null).toBe(chromium.compositing.startsWith('enabled'));
  expect(electron).toBe(chromium.electron);
});
