import { aim } from './aim.ts';
import { carelonMbm } from './carelon-mbm.ts';
import { carelonPostAcute } from './carelon-post-acute.ts';
import { cca } from './cca.ts';
import type { PortalDefinition } from './definition.ts';
import { providerCentral } from './provider-central.ts';

/** Every portal that the product knows. A new portal is one file and one line here. */
export const portals: readonly PortalDefinition[] = [carelonMbm, aim, cca, providerCentral, carelonPostAcute];

/** Whether people choose their organization among what its directory shows for the first digits of an NPI (E4). */
export const showsDirectory = (portal: PortalDefinition): boolean =>
  portal.registration.steps.some((step) => step.fields.some((field) => field.kind === 'organization'));

export const findPortal = (id: string): PortalDefinition | undefined => portals.find((portal) => portal.id === id);
