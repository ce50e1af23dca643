// What any Electron app costs: one sandboxed window with one line of text, shown when it is ready.
import { app, BrowserWindow } from 'electron';

// no top-level await: Electron is ready only once this module has been evaluated
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 840, show: false });
  window.once('ready-to-show', () => window.show());
  void window.loadURL('data:text/html,<!doctype html><title>bare</title><p>A bare window');
});
app.on('window-all-closed', () => app.quit());
