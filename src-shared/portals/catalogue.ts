import { carelonPostAcute } from './carelon-post-acute.ts';
import { cca } from './cca.ts';
import type { PortalDefinition } from './definition.ts';

/** Every portal that the product knows. A new portal is one file and one line here. */
export const portals: readonly PortalDefinition[] = [cca, carelonPostAcute];

/** Whether people choose their organization among what its directory shows for the first digits of an NPI (E4). */
export const showsDirectory = (portal: PortalDefinition): boolean =>
  portal.registration.steps.some((step) => step.fields.some((field) => field.kind === 'organization'));

export const findPortal = (id: string): PortalDefinition | undefined => portals.find((portal) => portal.id === id);
