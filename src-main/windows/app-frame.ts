import type { AppState } from '../../src-shared/ipc/app.ts';
import type { DeskError } from '../../src-shared/errors.ts';
import type { PrintedForm } from '../../src-shared/ipc/forms.ts';
import type { Result } from '../../src-shared/result.ts';
import type { JsonFile } from './json-file.ts';
import { loopbackOrigin } from './may-navigate.ts';
import type { Settings } from './settings.ts';

/** The parts of the app that are neither keychain nor cache. */
export interface AppFrame {
  state(): AppState;
  setColorScheme(colorScheme: AppState['colorScheme']): void;
  /** Whether the portal service answers just now. */
  reachesPortal(): Promise<boolean>;
  openMailbox(mailboxUrl: string): void;
  /** In the system's browser. */
  openInBrowser(url: string): Promise<void>;
  /** As src-shared/ipc/forms.ts says. */
  printForm(form: PrintedForm): Promise<Result<{ saved: string | null }>>;
}

export interface AppFrameSettings {
  readonly version: string;
  readonly platform: NodeJS.Platform;
  readonly portalUrl: string;
  readonly settings: JsonFile<Settings>;
  /** Why nothing can be kept, once that is known. */
  readonly problem: () => DeskError | null;
  readonly mailboxUrl: () => string | null;
  /** Applies a theme to the window at once. */
  readonly applyTheme: (colorScheme: Settings['colorScheme']) => void;
  readonly onChanged: () => void;
  readonly reachesPortal: () => Promise<boolean>;
  readonly openMailbox: (mailboxUrl: string) => void;
  readonly openInBrowser: (url: string) => Promise<void>;
  readonly printForm: AppFrame['printForm'];
}

/** What the app's own procedures work with: the window, the settings file, the system. */
export function createAppFrame(frame: AppFrameSettings): AppFrame {
  return {
    state: () => ({
      version: frame.version,
      platform: platformOf(frame.platform),
      problem: frame.problem(),
      portalUrl: frame.portalUrl,
      demo: demoOf(frame.mailboxUrl()),
      colorScheme: frame.settings.read().colorScheme,
    }),
    setColorScheme(colorScheme) {
      frame.settings.write({ ...frame.settings.read(), colorScheme });
      frame.applyTheme(colorScheme);
      frame.onChanged();
    },
    reachesPortal: frame.reachesPortal,
    openMailbox: frame.openMailbox,
    openInBrowser: frame.openInBrowser,
    printForm: frame.printForm,
  };
}

const platformOf = (platform: NodeJS.Platform): AppState['platform'] =>
  platform === 'win32' || platform === 'darwin' ? platform : 'linux';

/** A mailbox is a demonstration's, and that runs on this computer. */
const demoOf = (mailboxUrl: string | null): AppState['demo'] =>
  mailboxUrl === null || loopbackOrigin(mailboxUrl) === null ? null : { mailboxUrl };
