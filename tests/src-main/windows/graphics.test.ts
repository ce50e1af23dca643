import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { graphicsFile, graphicsFound, triesGraphics } from '../../../src-main/windows/graphics.ts';

const found = new Date('2026-11-23T09:00:00.000Z');
const after = (milliseconds: number) => ({ electron: '33.2.1', now: new Date(found.getTime() + milliseconds) });
const week = 7 * 24 * 60 * 60 * 1000;

describe('the graphics processor', () => {
  it.each([
    ['at the first start', { uselessSince: null, electron: '' }, after(0), true],
    ['where it is of use', { uselessSince: null, electron: '33.2.1' }, after(0), true],
    ['after a start that found it of no use', { uselessSince: found, electron: '33.2.1' }, after(1), false],
    ['almost a week later', { uselessSince: found, electron: '33.2.1' }, after(week - 1), false],
    ['a week later', { uselessSince: found, electron: '33.2.1' }, after(week), true],
    ['after an update', { uselessSince: found, electron: '33.2.0' }, after(1), true],
    ['when the clock was put back', { uselessSince: found, electron: '33.2.1' }, after(-1), true],
  ])('is tried or not: %s', (_, graphics, running, tried) => {
    expect(triesGraphics(graphics, running)).toBe(tried);
  });

  it.each([
    ['enabled', null],
    ['enabled_on', null],
    ['enabled_force', null],
    ['disabled_software', found],
    ['disabled_off', found],
    ['unavailable_off', found],
  ])('is of use or not by what Chromium says: %s', (compositing, uselessSince) => {
    expect(graphicsFound(compositing, after(0))).toEqual({ uselessSince, electron: '33.2.1' });
  });
});

describe('what is remembered of it', () => {
  const setUp = () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'portal-desk-graphics-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    return { folder, file: graphicsFile(folder) };
  };

  it('is there at the next start', () => {
    const { folder, file } = setUp();
    file.write(graphicsFound('disabled_software', after(0)));
    expect(graphicsFile(folder).read()).toEqual({ uselessSince: found, electron: '33.2.1' });
  });

  it.each(['', 'nonsense', '{"uselessSince":"yesterday","electron":7}', '[]'])('is nothing in a file of %j', (text) => {
    const { folder, file } = setUp();
    writeFileSync(path.join(folder, 'graphics.json'), text);
    expect(file.read()).toEqual({ uselessSince: null, electron: '' });
  });
});
