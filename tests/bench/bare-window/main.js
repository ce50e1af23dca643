// What any Electron app costs: one sandboxed window with one line of text, shown when it is ready.
import { app, BrowserWindow } from 'electron';

await app.whenReady();
const window = new BrowserWindow({ width: 1280, height: 800, show: false });
window.once('ready-to-show', () => window.show());
await window.loadURL('data:text/html,<!doctype html><title>bare</title><p id="ready">A bare window');
app.on('window-all-closed', () => app.quit());
