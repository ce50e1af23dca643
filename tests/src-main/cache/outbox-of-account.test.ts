import { describe, expect, it } from 'vitest';
import {
  accessRequest,
  command,
  idOf,
  intents,
  moment,
  organizationId,
  otherOrganizationId,
  put,
  records,
  user,
} from './records.ts';
import { load, temporaryCache } from './temporary-cache.ts';

const me = idOf('account', 1);
const colleague = idOf('account', 2);
const commandId = (n: number): string => idOf('command', n);

const stocked = () => {
  const { cache } = temporaryCache();
  load(cache, [records.user(user(1)), records.user(user(2)), records.accessRequest(accessRequest(1))], 10);
  const elsewhere = user(3, { organizationId: otherOrganizationId });
  load(cache, [records.user(elsewhere)], 4, otherOrganizationId);
  return cache;
};

describe('the whole outbox of an account', () => {
  it('holds what it decided in every organization, in the order of deciding, and counts the same', () => {
    const { outbox } = stocked();
    outbox.enqueue(me, organizationId, [command(1, intents.revoke(1))]);
    outbox.enqueue(me, otherOrganizationId, [
      { ...command(2, intents.revoke(3)), organizationId: otherOrganizationId },
    ]);
    outbox.enqueue(me, organizationId, [command(3, intents.deny(1))]);
    outbox.enqueue(colleague, organizationId, [command(4, intents.revoke(2))]);
    outbox.markRefused(commandId(3), { code: 'illegal_transition' });
    const items = outbox.ofAccount(me);
    expect(items.map(({ id, organizationId: of }) => [id, of])).toEqual([
      [commandId(1), organizationId],
      [commandId(2), otherOrganizationId],
      [commandId(3), organizationId],
    ]);
    expect(outbox.counts(me)).toEqual({ waiting: 2, needsAttention: 1 });
    expect(outbox.ofAccount(colleague).map(({ id }) => id)).toEqual([commandId(4)]);
  });

  it('leaves out what the portal has carried out', () => {
    const { outbox } = stocked();
    outbox.enqueue(me, organizationId, [command(1, intents.revoke(1))]);
    outbox.markApplied(commandId(1), 11);
    expect(outbox.ofAccount(me)).toEqual([]);
  });

  it('tells with a refusal how its subject stands now, whatever the feed has brought since', () => {
    const { outbox, feed } = stocked();
    outbox.enqueue(me, organizationId, [command(1, intents.revoke(1)), command(2, intents.deny(1))]);
    outbox.markRefused(commandId(1), { code: 'version_conflict' });
    outbox.markRefused(commandId(2), { code: 'version_conflict' });
    const present = () => outbox.ofAccount(me).map((item) => item.present);
    expect(present()).toMatchObject([
      { status: 'active', changedBy: null, changedAt: moment(1) },
      { status: 'pending', changedBy: null, changedAt: moment(1) },
    ]);
    const by = { changedBy: 'Priya Raman', changedAt: moment(90) };
    feed.applyChanges(organizationId, [
      put(11, records.user(user(1, { version: 2, status: 'revoked', ...by }))),
      put(12, records.accessRequest(accessRequest(1, { version: 2, status: 'denied', ...by }))),
    ]);
    expect(present()).toMatchObject([
      { status: 'revoked', ...by },
      { status: 'denied', ...by },
    ]);
    feed.applyChanges(organizationId, [
      { position: 13, change: { op: 'delete', kind: 'user', id: user(1).id } },
      { position: 14, change: { op: 'delete', kind: 'access-request', id: accessRequest(1).id } },
    ]);
    expect(present()).toEqual([null, null]);
  });

  it('tells of what waits only that it does', () => {
    const { outbox } = stocked();
    outbox.enqueue(me, organizationId, [command(1, intents.revoke(1))]);
    expect(outbox.ofAccount(me)[0]).not.toHaveProperty('present');
  });
});
