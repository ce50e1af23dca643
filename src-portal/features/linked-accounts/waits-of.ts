import type { PortalDefinition, Wait } from '../../../src-shared/portals/definition.ts';

export interface WaitUntil extends Wait {
  readonly until: Date;
}

/** The portal's waits that still run at `now` for an association that became active then (D2). */
export function waitsOf(
  { waits = [] }: Pick<PortalDefinition, 'waits'>,
  activatedAt: Date | null,
  now: Date,
): WaitUntil[] {
  if (activatedAt === null) return [];
  return waits
    .map((wait) => ({ ...wait, until: new Date(activatedAt.getTime() + wait.minutes * 60_000) }))
    .filter(({ until }) => until > now);
}
