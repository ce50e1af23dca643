import type { PortalContext } from '../../context.ts';
import type { Handlers } from '../../handler.ts';
import { submitCommand } from './submit-command.ts';

export const commandHandlers = (context: PortalContext): Pick<Handlers, 'submitCommand'> => ({
  submitCommand: ({ caller, params, body }) => submitCommand(context, caller, params.organizationId, body),
});
