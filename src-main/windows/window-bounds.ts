import path from 'node:path';
import * as z from 'zod/mini';
import { mainScreens, type MainScreen } from '../../src-shared/ipc/window.ts';
import { jsonFile, type JsonFile } from './json-file.ts';

export const leastSize = { width: 960, height: 640 } as const;
const firstSize = { width: 1280, height: 840 } as const;

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowState {
  readonly bounds: Rectangle | null;
  readonly isMaximized: boolean;
  /** What it showed, to be shown again. */
  readonly screen: MainScreen;
}

const pixels = z.int().check(z.minimum(-100_000), z.maximum(100_000));
const extent = pixels.check(z.positive());
const entries = {
  bounds: z.nullable(z.object({ x: pixels, y: pixels, width: extent, height: extent })),
  isMaximized: z.boolean(),
  screen: z.enum(mainScreens),
};

/** `window.json` in the data folder: where the window was, and what it showed. */
export const windowStateFile = (dataFolder: string): JsonFile<WindowState> =>
  jsonFile(path.join(dataFolder, 'window.json'), entries, { bounds: null, isMaximized: false, screen: 'home' });

/** The page keeps its screen in its own address, behind the `#`. */
export function screenIn(address: string): MainScreen {
  const [, shown] = address.split('#');
  return mainScreens.find((screen) => screen === shown) ?? 'home';
}

/**
 * Where the window opens: where it was, if enough of its title bar lies on a display that is still there to be grabbed;
 * else in the middle of the first display.
 */
export function boundsToOpen(remembered: Rectangle | null, workAreas: readonly Rectangle[]): Partial<Rectangle> {
  const area = workAreas.find((workArea) => remembered !== null && canBeGrabbed(remembered, workArea));
  if (remembered === null || area === undefined) return firstSize;
  return {
    x: remembered.x,
    y: remembered.y,
    width: Math.max(leastSize.width, Math.min(remembered.width, area.width)),
    height: Math.max(leastSize.height, Math.min(remembered.height, area.height)),
  };
}

const grip = { width: 120, height: 24 } as const;

function canBeGrabbed(window: Rectangle, area: Rectangle): boolean {
  const shared = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return shared >= grip.width && window.y >= area.y && window.y + grip.height <= area.y + area.height;
}
