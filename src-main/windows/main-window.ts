import { BrowserWindow, nativeTheme, screen } from 'electron';
import { pageUrl } from './page-answer.ts';
import { boundsToOpen, leastSize, screenIn, windowStateFile } from './window-bounds.ts';

export interface MainWindowSettings {
  readonly dataFolder: string;
  /** The bundled preload script. */
  readonly preload: string;
  /** The page's process has ended by itself; the page is loaded anew. */
  readonly onCrashed: (reason: string) => void;
}

/** What is behind the page until it is painted: the themes' own backgrounds, so that nothing flashes. */
const background = (): string => (nativeTheme.shouldUseDarkColors ? '#242424' : '#ffffff');

/** Opens the app's window where it was last; the page in it starts to load. */
export function openMainWindow({ dataFolder, preload, onCrashed }: MainWindowSettings): BrowserWindow {
  const stateFile = windowStateFile(dataFolder);
  const { bounds, isMaximized, screen: shown } = stateFile.read();
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...boundsToOpen(bounds, workAreas),
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    title: 'Portal Desk',
    backgroundColor: background(),
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      // compiled code of the page's scripts is kept from the first start on, not only after some
      v8CacheOptions: 'bypassHeatCheck',
    },
  });
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize();
    window.show();
  });
  window.on('close', () => {
    rememberWindow(stateFile, window);
  });
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit' || reason === 'killed') return;
    onCrashed(reason);
    window.webContents.reload();
  });
  void window.loadURL(`${pageUrl}#${shown}`);
  return window;
}

function rememberWindow(stateFile: ReturnType<typeof windowStateFile>, window: BrowserWindow): void {
  try {
    stateFile.write({
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized(),
      screen: screenIn(window.webContents.getURL()),
    });
  } catch {
    // a full disk must not keep a window open; it opens in the middle next time
  }
}

/** Brings the window to the front, as when the app is started a second time. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
