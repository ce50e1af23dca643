import type { PortalDefinition } from '../../src-shared/portals/definition.ts';
import classes from './portal-chip.module.css';

/** The portal's monogram on its own colour; decoration beside its name. `size` in pixels. */
export const PortalChip = ({ portal, size = 32 }: { readonly portal: PortalDefinition; readonly size?: number }) => (
  <span
    className={classes['chip']}
    style={{ background: portal.brand.color, width: size, height: size, fontSize: size * 0.32 }}
    aria-hidden
  >
    {portal.brand.monogram}
  </span>
);
