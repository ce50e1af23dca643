import type { PortalContext } from '../../context.ts';
import type { Handlers } from '../../handler.ts';
import { readChanges } from './read-changes.ts';
import { readSnapshot } from './read-snapshot.ts';

export const changeHandlers = (context: PortalContext): Pick<Handlers, 'snapshot' | 'changes'> => ({
  snapshot: ({ caller, params, query }) => readSnapshot(context, caller, params.organizationId, query),
  changes: ({ caller, params, query }) => readChanges(context, caller, params.organizationId, query),
});
