import { ok } from '../../src-shared/result.ts';
import type { Desk } from './desk.ts';
import { done, type CommandHandlers } from './handlers.ts';

export const commandHandlers = ({ decisions }: Desk): CommandHandlers => ({
  'commands.submit': ({ organizationId, intents }) => decisions.submit(organizationId, intents),
  'commands.list': ({ organizationId }) => ok({ items: decisions.list(organizationId) }),
  'commands.ofAccount': ({ accountId }) => ok(decisions.ofAccount(accountId)),
  'commands.undo': ({ commandId }) => done(decisions.undo(commandId)),
  'commands.dismiss': ({ commandId }) => done(decisions.dismiss(commandId)),
});
