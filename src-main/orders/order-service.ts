import type { OrderDetail, OrderPage } from '../../src-shared/domain/order.ts';
import type { ProcedureInput as Input, ProcedureOutput } from '../../src-shared/ipc/contract.ts';
import type { Upload } from '../../src-shared/ipc/orders.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { AccountDirectory } from '../accounts/account-directory.ts';
import type { RunningAccounts } from '../accounts/running-accounts.ts';
import type { OrderLine } from '../connectors/order-line.ts';
import type { ChosenDocuments } from './chosen-documents.ts';
import type { LetterFolder } from './letter-folder.ts';
import type { UploadService } from './upload-service.ts';

type UploadOf = Input<'orders.pauseUpload'>;

/** Orders of accounts (E6, E8). `not_found` for an account that is not here, `signed_out` where a session is needed. */
export interface OrderService {
  search(input: Input<'orders.search'>): Promise<Result<OrderPage>>;
  detail(input: Input<'orders.detail'>): Promise<Result<OrderDetail>>;
  openLetter(input: Input<'orders.openLetter'>): Promise<Result<void>>;
  putAdditionalInformation(input: Input<'orders.putAdditionalInformation'>): Promise<Result<OrderDetail>>;
  chooseDocument(input: Input<'orders.chooseDocument'>): Promise<Result<ProcedureOutput<'orders.chooseDocument'>>>;
  uploadDocument(input: Input<'orders.uploadDocument'>): Promise<Result<ProcedureOutput<'orders.uploadDocument'>>>;
  uploads(input: Input<'orders.uploads'>): Upload[];
  pauseUpload(input: UploadOf): Result<void>;
  resumeUpload(input: UploadOf): Result<void>;
  cancelUpload(input: UploadOf): Promise<Result<void>>;
}

export interface OrderServiceSettings {
  readonly directory: AccountDirectory;
  readonly running: RunningAccounts;
  readonly letters: LetterFolder;
  readonly documents: ChosenDocuments;
  readonly uploads: UploadService;
}

export function createOrderService(settings: OrderServiceSettings): OrderService {
  const { directory, letters, documents, uploads } = settings;

  function online(accountId: string): Result<OrderLine> {
    const account = directory.find(accountId);
    if (account === null) return fail({ code: 'not_found' });
    const line = orderLineOf(settings, accountId);
    return line === null ? fail({ code: 'signed_out' }) : ok(line);
  }

  return {
    async search({ accountId, ...query }) {
      const line = online(accountId);
      return line.ok ? line.value.search(query) : line;
    },

    async detail({ accountId, orderId }) {
      const line = online(accountId);
      return line.ok ? line.value.detail(orderId) : line;
    },

    async openLetter({ accountId, orderId, letterId }) {
      const line = online(accountId);
      if (!line.ok) return line;
      const pdf = await line.value.letterPdf(orderId, letterId);
      return pdf.ok ? letters.open(letterId, pdf.value) : pdf;
    },

    async putAdditionalInformation({ accountId, orderId, text }) {
      const line = online(accountId);
      return line.ok ? line.value.putAdditionalInformation(orderId, text) : line;
    },

    async chooseDocument({ accountId }) {
      const line = online(accountId);
      if (!line.ok) return line;
      const chosen = await documents.choose();
      return chosen.ok ? ok({ chosen: chosen.value }) : chosen;
    },

    async uploadDocument({ accountId, orderId, token, pages }) {
      const line = online(accountId);
      if (!line.ok) return line;
      const cut = await documents.cut(token, pages);
      if (!cut.ok) return cut;
      const begun = uploads.begin(accountId, orderId, cut.value);
      return begun.ok ? ok({ uploadId: begun.value }) : begun;
    },

    uploads: ({ accountId, orderId }) => uploads.list(accountId, orderId),
    pauseUpload: ({ accountId, uploadId }) => uploads.pause(accountId, uploadId),
    resumeUpload: ({ accountId, uploadId }) => uploads.resume(accountId, uploadId),
    cancelUpload: ({ accountId, uploadId }) => uploads.cancel(accountId, uploadId),
  };
}

/** Null while the account is signed out, or is not here. */
export function orderLineOf(
  { directory, running }: Pick<OrderServiceSettings, 'directory' | 'running'>,
  accountId: string,
): OrderLine | null {
  const isOut = directory.find(accountId)?.state !== 'signed-in';
  return isOut ? null : (running.find(accountId)?.connector.orders ?? null);
}
