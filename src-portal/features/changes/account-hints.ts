import type { Hint } from '../../../src-shared/portal-api/changes.ts';
import type { PortalContext } from '../../context.ts';
import type { Caller } from '../../handler.ts';
import { followedOrganizations } from './followed-organizations.ts';
import type { HintHub } from './hint-hub.ts';
import type { HintNotice, Notice } from './hint-notice.ts';

/** Where one device's hints go. */
export interface HintOutlet {
  hint(hint: Hint): void;
  /** The session is over, or the database does not answer, or hints were lost: nothing follows. Called once at most. */
  end(): void;
}

/** One device's subscription. */
export interface AccountHints {
  /** Makes up for notices that went astray unnoticed. */
  recheck(): void;
  close(): void;
}

/**
 * Passes on what concerns the caller: hints to their account, and the growth of the organizations in which they are
 * active members, first as it stands and then each step. The end of the session ends it at once. A hint to the account
 * also re-reads its memberships, because whoever changes one sends such a hint in the same transaction. When notices
 * were lost it ends too: the device comes back and asks for all that is new.
 */
export function followHints(context: PortalContext, hub: HintHub, caller: Caller, outlet: HintOutlet): AccountHints {
  let followed: ReadonlyMap<string, number> = new Map();
  const told = new Map<string, number>();
  let open = true;
  // one after another, so that a hint never overtakes the check before it
  let work = Promise.resolve();

  const unsubscribe = hub.subscribe(hear, end);

  function hear(notice: Notice): void {
    if ('hint' in notice) enqueue(() => pass(notice));
    else if (notice.endedSessionId === caller.sessionId) end();
  }

  function close(): void {
    open = false;
    unsubscribe();
  }

  function end(): void {
    if (!open) return;
    close();
    outlet.end();
  }

  function enqueue(task: () => Promise<void>): void {
    // a database that does not answer ends the stream; the device comes back and asks anew
    work = work.then(() => (open ? task() : undefined)).catch(end);
  }

  async function check(): Promise<void> {
    const current = await followedOrganizations(context.database, caller);
    if (!open) return;
    if (current === null) return end();
    followed = current;
    for (const [organizationId, position] of followed) tellGrowth(organizationId, position);
  }

  async function pass({ accountIds, hint }: HintNotice): Promise<void> {
    if (accountIds?.includes(caller.accountId) === true) {
      await check();
      if (open) outlet.hint(hint);
    } else if (accountIds === null && hint.about === 'organization') {
      tellGrowth(hint.organizationId, hint.position);
    }
  }

  function tellGrowth(organizationId: string, position: number): void {
    if (!followed.has(organizationId) || position <= (told.get(organizationId) ?? -1)) return;
    told.set(organizationId, position);
    outlet.hint({ about: 'organization', organizationId, position });
  }

  enqueue(check);
  return { recheck: () => enqueue(check), close };
}
