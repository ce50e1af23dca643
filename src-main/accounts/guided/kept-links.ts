import { dayOf, type GuidedDeadline } from '../../../src-shared/domain/guided-deadline.ts';
import type { GuidedRecord } from '../../../src-shared/domain/guided-record.ts';
import type { ProcedureInput as Input } from '../../../src-shared/ipc/contract.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { deadlinesOfMailedPin } from '../../../src-shared/portals/guided-deadlines.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import { inStatus } from '../../connectors/guided/linked-status.ts';
import { momentOn } from '../../connectors/guided/moment-on.ts';
import { inFuture, keeperAsUser } from '../../connectors/guided/new-organization.ts';
import { guidedAccount, keeperOf, nameOf, type GuidedDesk } from './guided-desk.ts';

/** Linked accounts and billing agencies as a portal's web site shows them, written down by hand. */
export interface KeptLinks {
  /** `invalid_input` at `kept.since` for a day that has not come yet. */
  recordStatus(input: Input<'guided.recordStatus'>): Result<void>;
  keepAgency(input: Input<'guided.keepAgency'>): Result<void>;
}

export function createKeptLinks(desk: GuidedDesk): KeptLinks {
  const { cache, hints, now, newId, onChanged } = desk;

  /** D8: those that ran for it end; a PIN that is waited for begins new ones. */
  function deadlinesAfter(
    { accountId, linkedAccountId, kept: { status, since } }: Input<'guided.recordStatus'>,
    portalId: string,
  ): GuidedDeadline[] {
    const ended = cache.guided
      .deadlines(accountId)
      .filter((deadline) => deadline.linkedAccountId === linkedAccountId && deadline.endedOn === null)
      .map((deadline) => ({ ...deadline, endedOn: since }));
    const portal = findPortal(portalId);
    if (status !== 'awaiting-pin' || portal === undefined) return ended;
    return [...ended, ...deadlinesOfMailedPin(portal, linkedAccountId, { doneOn: since, newId })];
  }

  return {
    recordStatus(input) {
      const { accountId, linkedAccountId, kept } = input;
      const account = guidedAccount(desk, accountId);
      if (!account.ok) return account;
      const before = cache.guided.linkedAccounts(accountId).find(({ id }) => id === linkedAccountId);
      const portal = findPortal(account.value.portalId);
      if (before === undefined || portal === undefined) return fail({ code: 'not_found' });
      if (kept.since > dayOf(now())) return fail(inFuture('kept.since'));
      const at = momentOn(kept.since, now());
      const linked = { ...inStatus(before, portal, { ...kept, at }), version: before.version + 1 };
      const { id: organizationId, name } = before.organization;
      const isNew = kept.status === 'active' && cache.guided.userByEmail(organizationId, account.value.email) === null;
      const record: GuidedRecord = {
        id: newId(),
        accountId,
        organizationId,
        what: 'linked-status',
        subject: name,
        outcome: 'done',
        doneOn: kept.since,
        recordedAt: now().toISOString(),
        recordedBy: nameOf(account.value),
        reference: null,
        note: kept.note,
        status: kept.status,
      };
      cache.guided.changeLinked(accountId, [linked], {
        organizationId,
        people: isNew ? [keeperAsUser(account.value, linked, newId())] : [],
        record,
        deadlines: deadlinesAfter(input, account.value.portalId),
      });
      onChanged(accountId);
      hints.tell(accountId, { about: 'linked-accounts' });
      return ok(undefined);
    },

    keepAgency({ organizationId, agency }) {
      const keeper = keeperOf(desk, organizationId);
      if (!keeper.ok) return keeper;
      // whether it has registered there is not asked: what is added by hand is in the web site's list
      cache.agencies.keepListed(keeper.value.id, [{ ...agency, isRegistered: true }]);
      return ok(undefined);
    },
  };
}
