import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invitationLifeMs } from '../../../../src-shared/domain/invitation.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { expireInvitations } from '../../../../src-portal/features/invitations/expire-invitations.ts';
import { readInvitation } from '../../../../src-portal/features/invitations/read-invitation.ts';
import {
  recordInvitationDelivery,
  type DeliveryOutcome,
} from '../../../../src-portal/features/invitations/record-delivery.ts';
import { countTraces } from '../count-traces.ts';
import { createPeople, type People } from '../people-fixture.ts';
import { openTestDatabase } from '../../test-database.ts';

let opened: OpenDatabase;
let people: People;

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.database.deleteFrom('invitation').execute();
  people = await createPeople(opened);
});

const read = (id: string) => readInvitation(opened.database, id);
const record = (id: string, outcome: DeliveryOutcome) =>
  opened.database
    .transaction()
    .execute((transaction) => recordInvitationDelivery(transaction, people.context, id, outcome));
const refused = { status: 'failed', failure: 'mailbox_refused', detail: '550 5.1.1 no such user' } as const;

describe('recordInvitationDelivery', () => {
  it('notes a delivery as the portal’s own doing, in the feed too', async () => {
    const id = await people.addInvitation({ status: 'sending' });
    await record(id, { status: 'sent' });
    expect(await read(id)).toMatchObject({ status: 'sent', version: 2, changedBy: null });
    expect(await countTraces(people)).toMatchObject({ change: 1 });
  });

  it('notes a failure with the mail server’s words, cleaned of what cannot be shown', async () => {
    const id = await people.addInvitation({ status: 'sending' });
    await record(id, { ...refused, detail: `550\u0000 no\r\nsuch user ${'x'.repeat(900)}` });
    const { status, failure, failureDetail } = await read(id);
    expect({ status, failure }).toEqual({ status: 'failed', failure: 'mailbox_refused' });
    expect(failureDetail).toMatch(/^550 no such user x+$/u);
    expect(failureDetail).toHaveLength(500);
  });

  it.each(['sent', 'failed', 'accepted', 'expired', 'cancelled'] as const)(
    'changes nothing once it is %s',
    async (status) => {
      const id = await people.addInvitation({ status });
      await record(id, { status: 'sent' });
      await record(id, refused);
      expect(await read(id)).toMatchObject({ status, version: 1 });
      expect(await countTraces(people)).toMatchObject({ change: 0 });
    },
  );

  it('ignores an invitation that does not exist', async () => {
    await record(people.context.chance.newId(), { status: 'sent' });
    expect(await countTraces(people)).toMatchObject({ change: 0 });
  });
});

describe('expireInvitations', () => {
  it('closes what was sent and not accepted in seven days, at the very moment', async () => {
    const sent = await people.addInvitation();
    const failed = await people.addInvitation({ status: 'failed' });
    people.context.chance.advance(invitationLifeMs - 1);
    const later = await people.addInvitation({ expires_at: new Date(people.context.chance.now().getTime() + 9_000) });
    expect(await expireInvitations(people.context)).toBe(0);
    people.context.chance.advance(1);
    expect(await expireInvitations(people.context)).toBe(1);
    expect(await read(sent)).toMatchObject({ status: 'expired', version: 2, changedBy: null });
    expect((await read(failed)).status).toBe('failed');
    expect((await read(later)).status).toBe('sent');
    expect(await countTraces(people)).toMatchObject({ change: 1 });
    expect(await expireInvitations(people.context)).toBe(0);
  });

  it('closes each once when two instances look at the same time', async () => {
    for (let place = 0; place < 5; place += 1) await people.addInvitation();
    people.context.chance.advance(invitationLifeMs);
    const counts = await Promise.all([expireInvitations(people.context), expireInvitations(people.context)]);
    expect((counts[0] ?? 0) + (counts[1] ?? 0)).toBe(5);
    expect(await countTraces(people)).toMatchObject({ change: 5 });
  });
});
