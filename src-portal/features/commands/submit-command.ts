import type { Command } from '../../../src-shared/domain/command.ts';
import { invalidInput } from '../../../src-shared/errors.ts';
import type { Outcome } from '../../../src-shared/portal-api/commands.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import type { Caller } from '../../handler.ts';
import { findActiveMember, isKnownMember, lockOrganization } from '../users/active-member.ts';
import { carryOut } from './carry-out.ts';
import { claimCommandId, findOutcome, isLockTimeout, recordOutcome } from './recorded-commands.ts';

/**
 * Carries out a command exactly once. Its effect, audit row, feed changes and outcome are one transaction; the same
 * command again, from the same account, is answered with the recorded outcome whatever has changed since. Locks are
 * taken in the order command id, organization, rows of the organization.
 *
 * Fails, and records nothing, with `command_id_reused` (another body or account under a known id), `command_in_flight`
 * (the same id, or the organization, is busy: try again) and `not_permitted` (a stranger to the organization; whoever is
 * known there, but not active, is refused by an outcome).
 */
export async function submitCommand(
  context: PortalContext,
  caller: Caller,
  organizationId: string,
  command: Command,
): Promise<Result<Outcome>> {
  if (command.organizationId !== organizationId) {
    return fail(invalidInput([{ path: 'organizationId', code: 'invalid_format' }]));
  }
  try {
    return await context.database
      .transaction()
      .execute((transaction) => handleOnce(transaction, context, caller, command));
  } catch (error) {
    if (isLockTimeout(error)) return fail({ code: 'command_in_flight' });
    throw error;
  }
}

async function handleOnce(
  transaction: DatabaseTransaction,
  context: PortalContext,
  caller: Caller,
  command: Command,
): Promise<Result<Outcome>> {
  await claimCommandId(transaction, command.id);
  const known = await findOutcome(transaction, caller, command);
  if (known === 'reused') return fail({ code: 'command_id_reused' });
  if (known !== null) return ok(known);

  const { organizationId } = command;
  const portal = findPortal(caller.portalId);
  const organization = await lockOrganization(transaction, caller.portalId, organizationId);
  if (portal === undefined || organization === null) return fail({ code: 'not_permitted' });
  const at = context.chance.now();
  const record = async (outcome: Outcome): Promise<Result<Outcome>> => {
    await recordOutcome(transaction, caller, command, outcome, at);
    return ok(outcome);
  };
  const member = await findActiveMember(transaction, caller, organizationId);
  if (member === null) {
    if (!(await isKnownMember(transaction, caller, organizationId))) return fail({ code: 'not_permitted' });
    // a repeat that is late must not find them back in their rights
    return record({ status: 'refused', commandId: command.id, error: { code: 'not_permitted' } });
  }

  const actor = {
    accountId: caller.accountId,
    name: caller.name,
    access: member.access,
    activatedAt: member.activatedAt,
  };
  const decision = {
    context,
    transaction,
    portal,
    organizationId,
    organizationName: organization.name,
    actor,
    command,
    at,
  };
  const effect = await carryOut(decision, command.intent);
  return record(
    effect.ok
      ? { status: 'applied', commandId: command.id, ...effect.value }
      : { status: 'refused', commandId: command.id, error: effect.error },
  );
}
