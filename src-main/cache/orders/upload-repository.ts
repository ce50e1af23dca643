import { z } from 'zod';
import { documentTypes, partBytes } from '../../../src-shared/domain/order-document.ts';
import { deskErrorSchema } from '../../../src-shared/errors.ts';
import type { KeptUpload, UploadRepository } from '../cache.ts';
import type { Statements } from '../sqlite.ts';
import type { Transactions } from '../transactions.ts';

interface UploadRow {
  readonly id: string;
  readonly account_id: string;
  readonly order_id: string;
  readonly size: number;
  readonly sent: number;
  readonly state: KeptUpload['state'];
  readonly error: string | null;
  readonly details: string;
}

const detailsSchema = z.object({
  name: z.string(),
  type: z.enum(documentTypes),
  sha256: z.string(),
  pages: z.string().nullable(),
});

export function uploadRepository(statements: Statements, transactions: Transactions): UploadRepository {
  const all = statements<UploadRow>('select * from upload order by id');
  const ofOrder = statements<UploadRow>(
    'select * from upload where account_id = :accountId and order_id = :orderId order by id',
  );
  const byId = statements<UploadRow>('select * from upload where id = :id');
  const insert = statements(
    `insert into upload (id, account_id, order_id, size, sent, state, error, details)
     values (:id, :accountId, :orderId, :size, :sent, :state, :error, :details)`,
  );
  const insertPart = statements(
    'insert into upload_part (upload_id, position, content) values (:id, :position, :content)',
  );
  const partAround = statements<{ position: number; content: Uint8Array }>(
    'select position, content from upload_part where upload_id = :id and position <= :offset order by position desc limit 1',
  );
  const note = statements('update upload set sent = :sent, state = :state, error = :error where id = :id');
  const removeParts = statements('delete from upload_part where upload_id = :id');
  const remove = statements('delete from upload where id = :id');

  return {
    all() {
      return all.all({}).map(toUpload);
    },
    list(accountId, orderId) {
      return ofOrder.all({ accountId, orderId }).map(toUpload);
    },
    find(id) {
      const row = byId.get({ id });
      return row === undefined ? null : toUpload(row);
    },
    add({ id, accountId, orderId, size, sent, state, error, ...details }, content) {
      transactions.durable(() => {
        const written = JSON.stringify(details);
        insert.run({ id, accountId, orderId, size, sent, state, error: errorText(error), details: written });
        for (let position = 0; position < content.length; position += partBytes) {
          insertPart.run({ id, position, content: content.subarray(position, position + partBytes) });
        }
      });
    },
    part(id, offset) {
      const found = partAround.get({ id, offset });
      return found === undefined ? new Uint8Array() : new Uint8Array(found.content).subarray(offset - found.position);
    },
    note(id, { sent, state, error }) {
      transactions.repeatable(() => note.run({ id, sent, state, error: errorText(error) }));
    },
    remove(id) {
      transactions.durable(() => {
        removeParts.run({ id });
        remove.run({ id });
      });
    },
  };
}

const errorText = (error: KeptUpload['error']): string | null => (error === null ? null : JSON.stringify(error));

const toUpload = (row: UploadRow): KeptUpload => ({
  id: row.id,
  accountId: row.account_id,
  orderId: row.order_id,
  size: row.size,
  sent: row.sent,
  state: row.state,
  error: row.error === null ? null : deskErrorSchema.parse(JSON.parse(row.error)),
  ...detailsSchema.parse(JSON.parse(row.details)),
});
