import { open } from 'node:fs/promises';

/** The file's bytes, as `ChosenDocumentsSettings.readFile` promises. Anything but a plain file is an error. */
export async function readChosenFile(file: string, mostBytes: number): Promise<Uint8Array | null> {
  const handle = await open(file, 'r');
  try {
    const facts = await handle.stat();
    if (!facts.isFile()) throw new Error('Not a file');
    return facts.size > mostBytes ? null : await handle.readFile();
  } finally {
    await handle.close();
  }
}
