import { accessOf, type Access, type Permission, type Role } from '../../../src-shared/domain/permissions.ts';
import { invalidInput, type FieldProblem } from '../../../src-shared/errors.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';

/**
 * The access that a choice of role and permissions amounts to in this portal. `invalid_input` names each permission
 * that the portal does not offer.
 */
export function grantedAccess(
  portal: PortalDefinition,
  choice: { readonly role: Role; readonly permissions: readonly Permission[] },
): Result<Access> {
  const problems = choice.permissions.flatMap((permission, place): FieldProblem[] =>
    portal.permissions.includes(permission) ? [] : [{ path: `permissions.${place}`, code: 'not_an_option' }],
  );
  return problems.length === 0
    ? ok(accessOf(choice.role, choice.permissions, portal.permissions))
    : fail(invalidInput(problems));
}
