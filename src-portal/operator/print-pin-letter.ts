import { idSchema } from '../../src-shared/domain/identifier.ts';
import { fail, ok } from '../../src-shared/result.ts';
import type { Database } from '../context.ts';
import { drawPinLetter } from '../features/mailed-pins/pin-letter.ts';
import { printPin } from '../features/mailed-pins/print-pin.ts';
import { operatorName, type OperatorCommand } from './operator-command.ts';

/** The letter with a PIN that somebody has asked for (D8). Its report never shows the PIN: that stands in the letter alone. */
export const printPinLetter: OperatorCommand = {
  name: 'print-pin-letter',
  subject: 'LINKED_ACCOUNT_ID',
  summary: 'Makes a new PIN and the letter that tells it, to be mailed; a PIN printed before no longer serves',
  makes: 'FILE.pdf',
  run: async (context, portals, linkedAccountId) => {
    const id = idSchema.safeParse(linkedAccountId);
    if (!id.success) return fail(`${linkedAccountId} is no linked account's id: list-waiting shows them`);
    const where = await portalOf(context.database, id.data);
    const portal = portals.find((one) => one.id === where);
    const nothing = fail(`There is no linked account ${linkedAccountId} that waits for a PIN`);
    if (portal === undefined) return nothing;
    const printed = await context.database
      .transaction()
      .execute((transaction) => printPin(transaction, context, portal, id.data, operatorName(portal)));
    if (!printed.ok) return nothing;
    const letter = printed.value;
    return ok({
      message: `The letter to ${letter.personName} at ${letter.organizationName} is ready to be mailed`,
      tables: [
        {
          name: 'letter',
          title: 'Letter',
          columns: [
            { key: 'name', label: 'Name' },
            { key: 'organization', label: 'Organization' },
            { key: 'address', label: 'Address' },
            { key: 'expiresAt', label: 'Good until' },
          ],
          rows: [
            {
              name: letter.personName,
              organization: letter.organizationName,
              address: letter.address.join(', '),
              expiresAt: letter.expiresAt.toISOString(),
            },
          ],
        },
      ],
      file: await drawPinLetter(letter),
    });
  },
};

async function portalOf(database: Database, linkedAccountId: string): Promise<string | null> {
  const row = await database
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .select('organization.portal_id')
    .where('membership.id', '=', linkedAccountId)
    .executeTakeFirst();
  return row?.portal_id ?? null;
}
