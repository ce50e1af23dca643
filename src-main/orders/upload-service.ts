import { createHash } from 'node:crypto';
import { invalidInput, type DeskError, type ErrorCode } from '../../src-shared/errors.ts';
import type { Upload } from '../../src-shared/ipc/orders.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { KeptUpload, UploadRepository } from '../cache/cache.ts';
import type { OrderLine } from '../connectors/order-line.ts';
import type { Schedule } from '../schedule.ts';
import type { CutDocument } from './chosen-documents.ts';
import { sendUpload } from './send-upload.ts';

/** Documents on their way to the portals (E8). They survive lost connections and the end of the app. */
export interface UploadService {
  list(accountId: string, orderId: string): Upload[];
  /** Keeps the document and begins to send it. Answers its id. */
  begin(accountId: string, orderId: string, document: CutDocument): Result<string>;
  /** Goes on only when somebody resumes it, also after a restart. `not_found` where it has arrived already. */
  pause(accountId: string, uploadId: string): Result<void>;
  resume(accountId: string, uploadId: string): Result<void>;
  cancel(accountId: string, uploadId: string): Promise<Result<void>>;
  /** Takes up what was interrupted: of one account, or of all. */
  wake(accountId?: string): void;
  /** Nothing more is sent; everything stays kept. */
  stop(): void;
}

export interface UploadSettings {
  readonly uploads: UploadRepository;
  /** Null while the account has no line to its portal. */
  readonly ordersOf: (accountId: string) => OrderLine | null;
  /** Bytes that the account's portal takes as one document. */
  readonly mostBytes: (accountId: string) => number;
  readonly onChanged: (accountId: string) => void;
  readonly newId: () => string;
  readonly schedule: Schedule;
}

/** After these the same upload may go on later; all others are final until somebody tries again. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'offline',
  'portal_error',
  'rate_limited',
  'session_ended',
  'signed_out',
  // whoever signs in again has to agree again (A11)
  'disclaimer_missing',
]);

/** Between two attempts of an interrupted upload, where nothing wakes it before. */
const restMs = 30_000;

export function createUploadService(settings: UploadSettings): UploadService {
  const { uploads, ordersOf, mostBytes, onChanged, newId, schedule } = settings;
  const sending = new Map<string, AbortController>();
  let forgetTimer: (() => void) | null = null;
  let isStopped = false;

  function note(upload: KeptUpload, progress: Pick<KeptUpload, 'sent' | 'state' | 'error'>): void {
    uploads.note(upload.id, progress);
    onChanged(upload.accountId);
  }

  function interrupt(upload: KeptUpload, sent: number, error: DeskError): void {
    note(upload, { sent, state: 'interrupted', error });
    if (isStopped || forgetTimer !== null) return;
    forgetTimer = schedule(Math.max(restMs, error.retryAfterMs ?? 0), () => {
      forgetTimer = null;
      wake();
    });
  }

  function start(upload: KeptUpload): void {
    if (isStopped || sending.has(upload.id)) return;
    const stopper = new AbortController();
    sending.set(upload.id, stopper);
    void run(upload, stopper);
  }

  async function run(upload: KeptUpload, stopper: AbortController): Promise<void> {
    const { id, accountId } = upload;
    const orders = ordersOf(accountId);
    let { sent } = upload;
    const isMine = (): boolean => sending.get(id) === stopper && !stopper.signal.aborted;
    try {
      if (orders === null) {
        interrupt(upload, sent, { code: 'signed_out' });
        return;
      }
      const outcome = await sendUpload(upload, {
        uploads,
        orders,
        signal: stopper.signal,
        onSent(bytes) {
          sent = bytes;
          if (isMine()) note(upload, { sent, state: 'sending', error: null });
        },
      });
      // whoever paused or cancelled it has written down what it is now
      if (!isMine()) {
        if (outcome.ok && outcome.value === 'arrived') arrived(upload);
        return;
      }
      if (!outcome.ok && passing.has(outcome.error.code)) interrupt(upload, sent, outcome.error);
      else if (!outcome.ok) note(upload, { sent, state: 'failed', error: outcome.error });
      else arrived(upload);
    } finally {
      if (sending.get(id) === stopper) sending.delete(id);
    }
  }

  function arrived({ id, accountId }: KeptUpload): void {
    if (isStopped) return;
    uploads.remove(id);
    onChanged(accountId);
  }

  function halt(uploadId: string): void {
    sending.get(uploadId)?.abort();
    sending.delete(uploadId);
  }

  function wake(accountId?: string): void {
    if (isStopped) return;
    for (const upload of uploads.all()) {
      const isWaiting = upload.state === 'interrupted' || upload.state === 'sending';
      if (isWaiting && (accountId === undefined || upload.accountId === accountId)) start(upload);
    }
  }

  const own = (accountId: string, uploadId: string): Result<KeptUpload> => {
    const upload = uploads.find(uploadId);
    return upload === null || upload.accountId !== accountId ? fail({ code: 'not_found' }) : ok(upload);
  };

  return {
    wake,
    list: (accountId, orderId) => uploads.list(accountId, orderId).map((upload) => toUpload(upload)),

    begin(accountId, orderId, { name, type, content, pages }) {
      const size = content.length;
      if (size > mostBytes(accountId)) return fail(invalidInput([{ path: 'pages', code: 'too_long' }]));
      const sha256 = createHash('sha256').update(content).digest('hex');
      const document = { id: newId(), accountId, orderId, name, type, size, sha256, pages };
      const upload: KeptUpload = { ...document, sent: 0, state: 'sending', error: null };
      uploads.add(upload, content);
      onChanged(accountId);
      start(upload);
      return ok(upload.id);
    },

    pause(accountId, uploadId) {
      const upload = own(accountId, uploadId);
      if (!upload.ok) return upload;
      halt(uploadId);
      note(upload.value, { sent: upload.value.sent, state: 'paused', error: null });
      return ok(undefined);
    },

    resume(accountId, uploadId) {
      const upload = own(accountId, uploadId);
      if (!upload.ok) return upload;
      note(upload.value, { sent: upload.value.sent, state: 'sending', error: null });
      start(upload.value);
      return ok(undefined);
    },

    async cancel(accountId, uploadId) {
      const upload = own(accountId, uploadId);
      if (!upload.ok) return upload;
      halt(uploadId);
      uploads.remove(uploadId);
      onChanged(accountId);
      // what the portal has of it counts for nothing there before it is complete
      await ordersOf(accountId)?.cancelDocument(upload.value.orderId, uploadId);
      return ok(undefined);
    },

    stop() {
      isStopped = true;
      forgetTimer?.();
      for (const id of sending.keys()) halt(id);
    },
  };
}

const toUpload = ({ id, orderId, name, pages, size, sent, state, error }: KeptUpload): Upload => ({
  id,
  orderId,
  name,
  pages,
  size,
  sent,
  state,
  error,
});
