import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Reads all files in these places, so that a start finds them in memory as it does on a computer where the app is used all
 * day: a virtual machine may give such memory back within seconds. A place that is not there is left out.
 */
export function warmDisk(places: readonly string[]): void {
  for (const place of places) {
    const found = statSync(place, { throwIfNoEntry: false });
    if (found?.isFile() === true) readFileSync(place);
    else if (found?.isDirectory() === true) warmDisk(readdirSync(place).map((name) => path.join(place, name)));
  }
}
