import path from 'node:path';
import { mainScreens, type MainScreen } from '../../src-shared/ipc/window.ts';
import { jsonFile, oneOf, type JsonFile } from './json-file.ts';

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

/** No display reaches further. */
const farthest = 100_000;

const isPixels = (found: unknown): found is number => Number.isInteger(found) && Math.abs(found as number) <= farthest;

function rectangle(found: unknown): Rectangle | undefined {
  if (typeof found !== 'object' || found === null) return undefined;
  const { x, y, width, height } = found as Partial<Record<keyof Rectangle, unknown>>;
  if (!isPixels(x) || !isPixels(y) || !isPixels(width) || !isPixels(height)) return undefined;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

/** `window.json` in the data folder: where the window was, and what it showed. */
export const windowStateFile = (dataFolder: string): JsonFile<WindowState> =>
  jsonFile<WindowState>(
    path.join(dataFolder, 'window.json'),
    {
      bounds: rectangle,
      isMaximized: (found) => (typeof found === 'boolean' ? found : undefined),
      screen: oneOf(mainScreens),
    },
    { bounds: null, isMaximized: false, screen: 'home' },
  );

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
