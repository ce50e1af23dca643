import type { Dialog } from 'electron';

/** Lets the person choose one file for an order (E8); null where none was chosen. What it is, its content will tell. */
export async function askForDocument(dialog: Pick<Dialog, 'showOpenDialog'>): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog({
    title: 'Choose a document',
    buttonLabel: 'Choose',
    properties: ['openFile', 'dontAddToRecent'],
    filters: [{ name: 'PDF and images', extensions: ['pdf', 'png', 'jpg', 'jpeg', 'tif', 'tiff'] }],
  });
  return filePaths[0] ?? null;
}
