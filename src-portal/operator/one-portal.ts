import type { PortalDefinition } from '../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';

/** How it is said that what was named is nowhere, or at several portals. */
export interface PortalWords {
  /** Goes on from `has no`: what was looked for. */
  readonly nowhere: string;
  /** Goes on with `at` and the portals' names. */
  readonly ambiguous: string;
}

/** The one of these portals that what was found belongs to, or a sentence: there is none, or there are several. */
export function onePortal(
  portals: readonly PortalDefinition[],
  found: readonly { readonly portal_id: string }[],
  { nowhere, ambiguous }: PortalWords,
): Result<PortalDefinition, string> {
  const matching = portals.filter(({ id }) => found.some((one) => one.portal_id === id));
  const [first, ...others] = matching;
  if (first === undefined)
    return fail(`${portals.length === 1 ? (portals[0]?.name ?? '') : 'The service'} has no ${nowhere}`);
  if (others.length === 0) return ok(first);
  const names = matching.map(({ name, id }) => `${name} (--portal ${id})`).join(', ');
  return fail(`${ambiguous} at ${String(matching.length)} portals: ${names}. Say which one is meant`);
}
