import { mkdir, rm, writeFile } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fail, ok, type Result } from '../../src-shared/result.ts';

/** Letters while they are looked at. A viewer reads files, so they lie there in clear until the app ends. */
export interface LetterFolder {
  /** Opens the PDF with the system's viewer; `letter_not_opened` where there is none. */
  open(letterId: string, pdf: Uint8Array): Promise<Result<void>>;
  /** Removes every letter; also those of a start that ended badly. */
  clear(): void;
}

export interface LetterFolderSettings {
  readonly folder: string;
  /** Answers what went wrong, or nothing. */
  readonly openPath: (file: string) => Promise<string>;
}

export const createLetterFolder = ({ folder, openPath }: LetterFolderSettings): LetterFolder => ({
  async open(letterId, pdf) {
    // for this person's eyes alone, whatever the data folder lets others see
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = path.join(folder, `letter-${letterId}.pdf`);
    await rm(file, { force: true });
    await writeFile(file, pdf, { mode: 0o600, flag: 'wx' });
    return (await openPath(file)) === '' ? ok(undefined) : fail({ code: 'letter_not_opened' });
  },

  clear() {
    rmSync(folder, { recursive: true, force: true });
  },
});
