import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';

const dayMs = 24 * 60 * 60_000;

/** When the sign-in of an account that was registered then expires unless it is used (A9); null where none does. */
export const unusedUntil = ({ unusedSignInDays }: PortalDefinition, registeredAt: Date): Date | null =>
  unusedSignInDays === undefined ? null : new Date(registeredAt.getTime() + unusedSignInDays * dayMs);
