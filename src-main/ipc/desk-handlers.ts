import { accountHandlers } from './account-handlers.ts';
import { billingAgencyHandlers } from './billing-agency-handlers.ts';
import { commandHandlers } from './command-handlers.ts';
import type { Desk } from './desk.ts';
import { draftHandlers } from './draft-handlers.ts';
import type { DeskHandlers } from './handlers.ts';
import { guidedHandlers } from './guided-handlers.ts';
import { healthPlanHandlers } from './health-plan-handlers.ts';
import { linkedAccountHandlers } from './linked-account-handlers.ts';
import { noticeHandlers, orderHandlers } from './order-handlers.ts';
import { peopleHandlers } from './people-handlers.ts';
import { practiceHandlers } from './practice-handlers.ts';
import { syncHandlers } from './sync-handlers.ts';

/** Every procedure that needs the keychain and the cache. */
export const deskHandlers = (desk: Desk): DeskHandlers => ({
  ...accountHandlers(desk),
  ...linkedAccountHandlers(desk),
  ...healthPlanHandlers(desk),
  ...orderHandlers(desk),
  ...noticeHandlers(desk),
  ...peopleHandlers(desk),
  ...billingAgencyHandlers(desk),
  ...commandHandlers(desk),
  ...syncHandlers(desk),
  ...practiceHandlers(desk),
  ...draftHandlers(desk),
  ...guidedHandlers(desk),
});
