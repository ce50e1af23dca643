import type { PortalDefinition } from '../../src-shared/portals/definition.ts';
import type { Result } from '../../src-shared/result.ts';
import type { PortalContext } from '../context.ts';
import type { Report } from './report.ts';

/** One thing that the payer's staff can do. A failure is a sentence for them. */
export interface OperatorCommand {
  readonly name: string;
  /** What has to be named, as the help shows it; null where there is nothing to name. */
  readonly subject: string | null;
  readonly summary: string;
  /** What kind of file it makes, as the help shows it; left out where it makes none. */
  readonly makes?: string;
  /** `portals`: the one that `--portal` names, or all of them. */
  run(context: PortalContext, portals: readonly PortalDefinition[], subject: string): Promise<Result<Report, string>>;
}

/** How the audit and the feed name the payer's staff. */
export const operatorName = (portal: PortalDefinition): string => `${portal.name} support`;
