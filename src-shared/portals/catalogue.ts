import { cca } from './cca.ts';
import type { PortalDefinition } from './definition.ts';

/** Every portal that the product knows. A new portal is one file and one line here. */
export const portals: readonly PortalDefinition[] = [cca];

export const findPortal = (id: string): PortalDefinition | undefined => portals.find((portal) => portal.id === id);
