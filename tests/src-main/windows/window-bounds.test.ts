import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { boundsToOpen, leastSize, screenIn, windowStateFile } from '../../../src-main/windows/window-bounds.ts';

const left = { x: 0, y: 25, width: 1920, height: 1055 };
const right = { x: 1920, y: 0, width: 1280, height: 1024 };
const first = { width: 1280, height: 840 };

describe('the window opens', () => {
  it.each([
    ['for the first time', null, [left], first],
    ['where it was', { x: 100, y: 80, width: 1200, height: 800 }, [left], { x: 100, y: 80, width: 1200, height: 800 }],
    [
      'on the second display',
      { x: 2000, y: 10, width: 1000, height: 700 },
      [left, right],
      { x: 2000, y: 10, width: 1000, height: 700 },
    ],
    ['after the second display is gone', { x: 2000, y: 10, width: 1000, height: 700 }, [left], first],
    ['too small', { x: 10, y: 30, width: 200, height: 100 }, [left], { x: 10, y: 30, width: 960, height: 640 }],
    ['too large', { x: 10, y: 30, width: 9000, height: 9000 }, [left], { x: 10, y: 30, width: 1920, height: 1055 }],
    ['with its title bar above the screen', { x: 10, y: -500, width: 1000, height: 700 }, [left], first],
    ['almost out to the side', { x: 1900, y: 100, width: 1000, height: 700 }, [left], first],
    ['below the screen', { x: 10, y: 1070, width: 1000, height: 700 }, [left], first],
    ['without any display', { x: 10, y: 30, width: 1000, height: 700 }, [], first],
  ])('%s', (_, remembered, areas, bounds) => {
    expect(boundsToOpen(remembered, areas)).toEqual(bounds);
  });

  it('never smaller than it is of use', () => {
    const number = fc.integer({ min: -5000, max: 5000 });
    const rectangle = fc.record({ x: number, y: number, width: fc.nat(9000), height: fc.nat(9000) });
    fc.assert(
      fc.property(rectangle, fc.array(rectangle, { maxLength: 3 }), (remembered, areas) => {
        const { width = 0, height = 0 } = boundsToOpen(remembered, areas);
        expect(width).toBeGreaterThanOrEqual(leastSize.width);
        expect(height).toBeGreaterThanOrEqual(leastSize.height);
      }),
      { seed: 5 },
    );
  });
});

describe('what is remembered of the window', () => {
  const setUp = () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'portal-desk-window-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    return { folder, file: windowStateFile(folder) };
  };

  it('is where it was', () => {
    const { file } = setUp();
    const state = { bounds: { x: -5, y: 2, width: 1000, height: 700 }, isMaximized: true, screen: 'users' } as const;
    file.write(state);
    expect(file.read()).toEqual(state);
  });

  it.each([
    '',
    '{}',
    '{"bounds":{"x":1e9,"y":0,"width":1,"height":1},"isMaximized":false}',
    '{"bounds":{"x":0},"isMaximized":"yes","screen":"../etc"}',
  ])('is nothing where the file says %s', (content) => {
    const { folder, file } = setUp();
    writeFileSync(path.join(folder, 'window.json'), content);
    expect(file.read()).toEqual({ bounds: null, isMaximized: false, screen: 'home' });
  });
});

it.each([
  ['app://portal-desk/#users', 'users'],
  ['app://portal-desk/', 'home'],
  ['app://portal-desk/#../../etc', 'home'],
  ['', 'home'],
])('the address %s shows %s', (address, screen) => {
  expect(screenIn(address)).toBe(screen);
});
