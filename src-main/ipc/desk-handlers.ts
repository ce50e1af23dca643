import { accountHandlers } from './account-handlers.ts';
import { commandHandlers } from './command-handlers.ts';
import type { Desk } from './desk.ts';
import type { DeskHandlers } from './handlers.ts';
import { linkedAccountHandlers } from './linked-account-handlers.ts';
import { peopleHandlers } from './people-handlers.ts';
import { practiceHandlers } from './practice-handlers.ts';
import { syncHandlers } from './sync-handlers.ts';

/** Every procedure that needs the keychain and the cache. */
export const deskHandlers = (desk: Desk): DeskHandlers => ({
  ...accountHandlers(desk),
  ...linkedAccountHandlers(desk),
  ...peopleHandlers(desk),
  ...commandHandlers(desk),
  ...syncHandlers(desk),
  ...practiceHandlers(desk),
});
