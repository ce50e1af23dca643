import type { ListedAgency } from '../../../src-shared/domain/billing-agency.ts';
import { subjectKindOf } from '../../../src-shared/domain/command.ts';
import { dayOf } from '../../../src-shared/domain/guided-deadline.ts';
import type { GuidedRecord } from '../../../src-shared/domain/guided-record.ts';
import type { StepResult } from '../../../src-shared/domain/kept-by-hand.ts';
import type { ProcedureOutput } from '../../../src-shared/ipc/contract.ts';
import type { ManualStep } from '../../../src-shared/ipc/guided.ts';
import type { OutboxItem } from '../../../src-shared/ipc/people.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import { effectOf } from '../../connectors/guided/effect-of.ts';
import { momentOn } from '../../connectors/guided/moment-on.ts';
import { inFuture } from '../../connectors/guided/new-organization.ts';
import { keeperOf, nameOf, type GuidedDesk } from './guided-desk.ts';

/** Decisions that somebody carries out at a portal's web site. */
export interface ManualSteps {
  list(organizationId: string): Result<ProcedureOutput<'guided.steps'>>;
  /** Keeps what came of a step, and its effect on the records; the command then leaves the outbox as any other does. */
  record(commandId: string, result: StepResult): Result<void>;
}

export function createManualSteps(desk: GuidedDesk): ManualSteps {
  const { cache, running, hints, now, onChanged } = desk;

  const open = (organizationId: string): OutboxItem[] =>
    cache.outbox.list(organizationId).filter(({ byHand }) => byHand === true);

  function listedAgency(organizationId: string, agencyId: string): ListedAgency | null {
    const accountId = cache.guided.accountOf(organizationId);
    return accountId === null ? null : cache.agencies.findListed(accountId, agencyId);
  }

  /** As the organization has it, else as it was written down to be added. */
  function agencyOf({ intent, organizationId, subjectName }: OutboxItem): NonNullable<ManualStep['agency']> {
    const known = cache.guided.find(organizationId, 'billing-agency', intent.subjectId);
    const agency =
      known?.kind === 'billing-agency'
        ? known.entity
        : intent.kind === 'add-billing-agency'
          ? listedAgency(organizationId, intent.payload.agencyId)
          : null;
    return { name: agency?.name ?? subjectName, city: agency?.city ?? '', state: agency?.state ?? '' };
  }

  function toStep(item: OutboxItem, earlier: readonly OutboxItem[]): ManualStep {
    const { intent, organizationId, subjectName } = item;
    const blocked = isBlocked(item, earlier);
    if (intent.kind === 'invite-user') {
      const { email, firstName, lastName } = intent.payload;
      return { item, email, firstName, lastName, blocked };
    }
    const kind = subjectKindOf[intent.kind];
    if (kind === 'billing-agency')
      return { item, email: '', firstName: '', lastName: '', agency: agencyOf(item), blocked };
    const known = cache.guided.find(organizationId, kind, intent.subjectId);
    if (known === null || known.kind === 'organization' || known.kind === 'billing-agency') {
      return { item, email: '', firstName: subjectName, lastName: '', blocked };
    }
    const { email, firstName, lastName } = known.entity;
    return { item, email, firstName, lastName, blocked };
  }

  return {
    list(organizationId) {
      const keeper = keeperOf(desk, organizationId);
      if (!keeper.ok) return keeper;
      const items = open(organizationId);
      return ok({ steps: items.map((item, place) => toStep(item, items.slice(0, place))) });
    },

    record(commandId, result) {
      const entry = cache.outbox.find(commandId);
      if (entry === null) return fail({ code: 'not_found' });
      const { organizationId, intent } = entry.command;
      const keeper = keeperOf(desk, organizationId);
      if (!keeper.ok) return keeper;
      const items = open(organizationId);
      const place = items.findIndex(({ id }) => id === commandId);
      const item = items[place];
      if (item === undefined) return fail({ code: 'not_found' });
      if (isBlocked(item, items.slice(0, place))) return fail({ code: 'step_blocked' });
      const doneOn = result.outcome === 'done' ? result.doneOn : dayOf(now());
      if (doneOn > dayOf(now())) return fail(inFuture('doneOn'));
      const effect =
        result.outcome === 'not-done'
          ? []
          : effectOf(intent, {
              organizationId,
              find: (kind, id) => cache.guided.find(organizationId, kind, id),
              userByEmail: (email) => cache.guided.userByEmail(organizationId, email),
              listedAgency: (agencyId) => listedAgency(organizationId, agencyId),
              offered: findPortal(keeper.value.portalId)?.permissions ?? [],
              by: nameOf(keeper.value),
              at: momentOn(doneOn, now()),
            });
      if (effect === null) return fail({ code: 'not_found' });
      const record: GuidedRecord = {
        id: desk.newId(),
        accountId: keeper.value.id,
        organizationId,
        what: intent.kind,
        subject: item.subjectName,
        outcome: result.outcome,
        doneOn,
        recordedAt: now().toISOString(),
        recordedBy: nameOf(keeper.value),
        reference: result.outcome === 'done' ? result.reference : null,
        note: result.outcome === 'done' ? result.note : result.reason,
      };
      const refusal = result.outcome === 'done' ? null : ({ code: 'step_not_done', reason: result.reason } as const);
      if (!cache.guided.settle({ commandId, organizationId, records: effect, refusal, record })) {
        return fail({ code: 'not_found' });
      }
      onChanged(keeper.value.id);
      running.find(keeper.value.id)?.sync.commandDecided();
      const position = cache.guided.snapshot(organizationId, null, 1)?.position ?? 0;
      hints.tell(keeper.value.id, { about: 'organization', organizationId, position });
      return ok(undefined);
    },
  };
}

/** About one person, what was decided first is done first. */
const isBlocked = ({ intent }: OutboxItem, earlier: readonly OutboxItem[]): boolean =>
  earlier.some((other) => other.intent.subjectId === intent.subjectId);
