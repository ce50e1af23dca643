import { invalidInput } from '../../../src-shared/errors.ts';
import type { orderRoutes } from '../../../src-shared/portal-api/orders.ts';
import type { RouteAnswer } from '../../../src-shared/portal-api/route.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import type { Call } from '../../handler.ts';
import { ownUpload } from './own-upload.ts';

/**
 * Keeps the next bytes of a document (E8). One that does not begin where the last one ended is refused with
 * `part_out_of_step`, which tells where it has to begin: so whoever lost an answer, or is a second device, finds its way back.
 * `too_long` where there would be more bytes than were announced.
 */
export async function putDocumentPart(
  { database }: PortalContext,
  { params, body, caller }: Call<typeof orderRoutes.putDocumentPart>,
): Promise<Result<RouteAnswer<typeof orderRoutes.putDocumentPart>>> {
  const content = Buffer.from(body.content, 'base64');
  return database.transaction().execute(async (transaction) => {
    const document = await ownUpload(transaction, caller, params);
    if (!document.ok) return document;
    const { id, received, size } = document.value;
    if (body.offset !== received) return fail({ code: 'part_out_of_step', offset: received });
    const offset = received + content.length;
    if (offset > size) return fail(invalidInput([{ path: 'content', code: 'too_long' }]));
    await transaction.insertInto('document_part').values({ document_id: id, position: received, content }).execute();
    await transaction.updateTable('document').set({ received: offset }).where('id', '=', id).execute();
    return ok({ offset });
  });
}
