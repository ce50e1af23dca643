import type { DeskError, ErrorCode } from '../../src-shared/errors.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { OutboxRepository } from '../cache/cache.ts';
import type { Connector } from '../connectors/connector.ts';

export interface Push {
  readonly outbox: OutboxRepository;
  readonly connector: Connector;
  readonly accountId: string;
  readonly organizationId: string;
  /** True once nothing more is to be sent. */
  readonly stopped: () => boolean;
  /** The outbox of the organization has changed. */
  readonly onChanged: () => void;
}

/**
 * Answers after which nobody knows whether the command took effect, or after which it certainly did not but may later.
 * The command keeps its place and its id; the portal answers the same id with the same outcome.
 */
const tryAgainLater: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'offline',
  'portal_error',
  'unexpected_answer',
  'command_in_flight',
  'step_open',
  'rate_limited',
  'locked_out',
  'session_ended',
  'signed_out',
  'keychain_unavailable',
]);

/** Whether an answer leaves open what became of the question, or may become of it later. */
export const isUndecided = ({ code }: DeskError): boolean => tryAgainLater.has(code);

/**
 * Sends the organization's waiting commands in order. Every other refusal of the request itself (`not_permitted`,
 * `command_id_reused`, `invalid_input`, ...) is final and recorded with the command. Fails with the first answer that
 * leaves an outcome unknown; nothing behind that command is sent then.
 */
export async function pushOrganization(push: Push): Promise<Result<void>> {
  const { outbox, connector, organizationId } = push;
  while (!push.stopped()) {
    const entry = outbox.next(push.accountId, organizationId);
    if (entry === null) break;
    const { command } = entry;
    outbox.markSending(command.id);
    push.onChanged();
    const unknown = await send(outbox, connector, command);
    push.onChanged();
    if (unknown !== null) return fail(unknown);
  }
  return ok(undefined);
}

/** Null when the outcome is known and recorded. */
async function send(
  outbox: OutboxRepository,
  connector: Connector,
  command: Parameters<Connector['submit']>[0],
): Promise<DeskError | null> {
  const answer = await submitted(outbox, connector, command);
  if (!answer.ok) {
    if (isUndecided(answer.error)) {
      outbox.markWaiting(command.id);
      return answer.error;
    }
    outbox.markRefused(command.id, answer.error);
    return null;
  }
  if (answer.value.status === 'applied') outbox.markApplied(command.id, answer.value.position);
  else outbox.markRefused(command.id, answer.value.error);
  return null;
}

async function submitted(
  outbox: OutboxRepository,
  connector: Connector,
  command: Parameters<Connector['submit']>[0],
): ReturnType<Connector['submit']> {
  try {
    return await connector.submit(command);
  } catch (error) {
    // a bug here must not leave the command in between for good
    outbox.markWaiting(command.id);
    throw error;
  }
}
