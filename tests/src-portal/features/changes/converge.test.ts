import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Intent } from '../../../../src-shared/domain/command.ts';
import type { FeedRecord } from '../../../../src-shared/portal-api/changes.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { readChanges } from '../../../../src-portal/features/changes/read-changes.ts';
import { readSnapshot } from '../../../../src-portal/features/changes/read-snapshot.ts';
import { createAgencies } from '../agencies-fixture.ts';
import type { Member, People } from '../people-fixture.ts';
import { openTestDatabase } from '../../test-database.ts';

let opened: OpenDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

/** What a device keeps: the records, and how far it has followed. */
class Device {
  readonly records = new Map<string, FeedRecord>();
  position = 0;
  readonly #people: People;
  readonly #member: Member;

  constructor(people: People, member: Member) {
    this.#people = people;
    this.#member = member;
  }

  async load(limit: number, between: () => Promise<void>): Promise<void> {
    let after: string | null = null;
    do {
      const { context, organizationId } = this.#people;
      const query = after === null ? { limit } : { limit, after };
      const page = await readSnapshot(context, this.#member.caller, organizationId, query);
      if (!page.ok) throw new Error(page.error.code);
      for (const record of page.value.records) this.records.set(record.entity.id, record);
      this.position = page.value.position;
      after = page.value.next;
      await between();
    } while (after !== null);
  }

  async follow(): Promise<void> {
    for (let more = true; more;) {
      const { context, organizationId } = this.#people;
      const page = await readChanges(context, this.#member.caller, organizationId, { after: this.position, limit: 3 });
      if (!page.ok) throw new Error(page.error.code);
      for (const { position, change } of page.value.changes) {
        expect(position).toBe(this.position + 1);
        if (change.op === 'put') this.records.set(change.record.entity.id, change.record);
        else this.records.delete(change.id);
        this.position = position;
      }
      more = page.value.more;
    }
  }

  sorted(): FeedRecord[] {
    return [...this.records.values()].toSorted((left, right) => (left.entity.id < right.entity.id ? -1 : 1));
  }
}

it('a snapshot taken while everything moves, and then the feed, come to what a fresh snapshot shows', async () => {
  const people = await createAgencies(opened);
  const administrator = await people.addAdministrator();
  const users = await Promise.all(Array.from({ length: 8 }, () => people.addMember()));
  const requesters = [];
  for (let count = 0; count < 8; count += 1) requesters.push(await people.addRequester());
  const steps: Intent[] = users.map(({ userId }) => ({ kind: 'make-admin', subjectId: userId, payload: {} }));
  requesters.forEach(({ requestId }, place) => {
    steps.push(
      place % 2 === 0
        ? { kind: 'deny-access-request', subjectId: requestId, payload: { reason: 'No' } }
        : { kind: 'approve-access-request', subjectId: requestId, payload: { role: 'user', permissions: [] } },
    );
  });
  for (let place = 0; place < 6; place += 1) {
    const person = { email: `c${place}@example.test`, firstName: 'C', lastName: 'C' };
    const subjectId = people.context.chance.newId();
    steps.push({ kind: 'invite-user', subjectId, payload: { ...person, role: 'user', permissions: [] } });
  }

  for (let place = 0; place < 6; place += 1) {
    const agencyId = await people.listAgency(`Agency ${place}`);
    const added = {
      kind: 'add-billing-agency',
      subjectId: people.context.chance.newId(),
      payload: { agencyId },
    } as const;
    steps.push(
      place % 2 === 0
        ? added
        : { kind: 'deny-billing-agency', subjectId: await people.addPlace(agencyId), payload: { reason: null } },
    );
  }

  const device = new Device(people, administrator);
  await device.load(3, async () => {
    const due = steps.splice(0, 3);
    const outcomes = await Promise.all(due.map((intent) => people.outcomeOf(administrator, intent)));
    expect(outcomes.every(({ status }) => status === 'applied')).toBe(true);
  });
  await device.follow();

  const fresh = new Device(people, administrator);
  await fresh.load(1000, () => Promise.resolve());
  expect(device.sorted()).toEqual(fresh.sorted());
  expect(device.position).toBe(fresh.position);
  expect(fresh.sorted().length).toBeGreaterThan(20);
});
