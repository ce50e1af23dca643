import fs from 'node:fs';
import path from 'node:path';

/** A part of the email address of everybody whom the tests know. */
const marker = 'example';

/** Whether any file of a desk can be read by somebody without its key. */
export const isInClear = (folder: string): boolean =>
  fs.existsSync(folder) &&
  fs.readdirSync(folder).some((name) => fs.readFileSync(path.join(folder, name)).includes(marker));
