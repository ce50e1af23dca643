import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app, BrowserWindow, dialog, session, type SaveDialogOptions } from 'electron';
import type { PrintSurroundings } from './print-form.ts';

/** In memory only: the page is somebody's registration. */
const printSession = () => session.fromPartition('print');

/** Prints through the system's save dialog and a hidden page without scripts; nothing else is left on the disk. */
export const printOnScreen: PrintSurroundings = {
  async askWhere(suggestedName) {
    const options: SaveDialogOptions = {
      defaultPath: path.join(app.getPath('documents'), suggestedName),
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
    };
    const above = BrowserWindow.getFocusedWindow();
    const { canceled, filePath } =
      above === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(above, options);
    return canceled || filePath === '' ? null : filePath;
  },

  async layOut(html) {
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: printSession(),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
        offscreen: true,
      },
    });
    try {
      await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`);
      return await window.webContents.printToPDF({
        pageSize: 'Letter',
        printBackground: true,
        generateTaggedPDF: true,
        margins: { top: 0.75, bottom: 0.75, left: 0.8, right: 0.8 },
      });
    } finally {
      window.destroy();
    }
  },

  write: (file, content) => writeFile(file, content),
};
