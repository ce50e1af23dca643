import { portals } from '../../src-shared/portals/catalogue.ts';
import type { PortalDefinition } from '../../src-shared/portals/definition.ts';

/** Enters the portal in this process's catalogue, as its line in catalogue.ts would. Answers how to take it out again. */
export function hostPortal(portal: PortalDefinition): () => void {
  const catalogue = portals as PortalDefinition[];
  catalogue.push(portal);
  return () => {
    catalogue.splice(catalogue.indexOf(portal), 1);
  };
}
