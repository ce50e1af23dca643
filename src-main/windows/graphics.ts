import path from 'node:path';
import { jsonFile, type JsonFile } from './json-file.ts';

/** What an earlier start found out about this computer's graphics processor. */
export interface Graphics {
  /** When it turned out to be of no use to Chromium; null when it is, or when it was not tried. */
  readonly uselessSince: Date | null;
  /** The version of Electron that found so. */
  readonly electron: string;
}

function instant(found: unknown): Date | undefined {
  const at = new Date(typeof found === 'string' ? found : Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** `graphics.json` in the data folder. */
export const graphicsFile = (dataFolder: string): JsonFile<Graphics> =>
  jsonFile<Graphics>(
    path.join(dataFolder, 'graphics.json'),
    { uselessSince: instant, electron: (found) => (typeof found === 'string' ? found : undefined) },
    { uselessSince: null, electron: '' },
  );

/** A driver may have been mended, a remote desktop may have been left. */
const believedMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Whether this start tries the graphics processor. Where there is none that Chromium can use, as in a remote desktop or a
 * virtual machine, each try costs a start of its processes that fails; what was found is believed for a week, and never
 * by another version of Electron.
 */
export function triesGraphics({ uselessSince, electron }: Graphics, running: { electron: string; now: Date }): boolean {
  if (uselessSince === null || electron !== running.electron) return true;
  const age = running.now.getTime() - uselessSince.getTime();
  return age < 0 || age >= believedMs;
}

/** What a start that tried it has found, by Chromium's word on how it puts the page together: `enabled` and kin, or not. */
export const graphicsFound = (compositing: string, running: { electron: string; now: Date }): Graphics => ({
  uselessSince: compositing.startsWith('enabled') ? null : running.now,
  electron: running.electron,
});
