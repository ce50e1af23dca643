import { findPortal } from '../../src-shared/portals/catalogue.ts';
import type { EventName, EventPayload } from '../../src-shared/ipc/contract.ts';
import type { AccountDirectory } from '../accounts/account-directory.ts';
import type { RunningAccounts } from '../accounts/running-accounts.ts';
import type { Cache } from '../cache/cache.ts';
import type { Schedule } from '../schedule.ts';
import { createChosenDocuments } from './chosen-documents.ts';
import { createLetterFolder } from './letter-folder.ts';
import { createOrderService, orderLineOf, type OrderService } from './order-service.ts';
import { readChosenFile } from './read-chosen-file.ts';
import { createUploadService, type UploadService } from './upload-service.ts';

/** What letters and documents need of this computer. */
export interface OrderFiles {
  readonly lettersFolder: string;
  /** Opens a file with the system's viewer; answers what went wrong, or nothing. */
  readonly openPath: (file: string) => Promise<string>;
  readonly askForFile: () => Promise<string | null>;
}

export interface OpenOrdersSettings {
  readonly cache: Cache;
  readonly directory: AccountDirectory;
  readonly running: RunningAccounts;
  readonly emit: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
  readonly newId: () => string;
  readonly schedule: Schedule;
  readonly files: OrderFiles;
}

/** Orders as the app runs them. */
export interface OpenOrders {
  readonly service: OrderService;
  readonly uploads: UploadService;
  /** Letters that were looked at are removed, uploads stand still. */
  close(): void;
}

export function openOrders(settings: OpenOrdersSettings): OpenOrders {
  const { cache, directory, running, emit, newId, schedule, files } = settings;
  const letters = createLetterFolder({ folder: files.lettersFolder, openPath: files.openPath });
  const documents = createChosenDocuments({ askForFile: files.askForFile, readFile: readChosenFile, newId });
  const uploads = createUploadService({
    uploads: cache.uploads,
    ordersOf: (accountId) => orderLineOf({ directory, running }, accountId),
    mostBytes: (accountId) =>
      findPortal(directory.find(accountId)?.account.portalId ?? '')?.orderSearch?.documents.maxBytes ?? 0,
    onChanged(accountId) {
      emit('orders.uploadsChanged', { accountId });
    },
    newId,
    schedule,
  });
  letters.clear();
  return {
    service: createOrderService({ directory, running, letters, documents, uploads }),
    uploads,
    close() {
      uploads.stop();
      letters.clear();
    },
  };
}
