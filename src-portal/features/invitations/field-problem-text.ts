import type { FieldProblem } from '../../../src-shared/errors.ts';
import type { Field, PortalDefinition } from '../../../src-shared/portals/definition.ts';

/** What stands beside a field of a portal's page. */
export function fieldProblemText(portal: PortalDefinition, field: Field, code: FieldProblem['code']): string {
  switch (code) {
    case 'required':
      return `Enter ${field.label}.`;
    case 'not_accepted':
      return 'Please confirm to go on.';
    case 'too_long':
      return `${field.label} is too long.`;
    case 'forbidden_characters':
      return `${field.label} contains a character that cannot be used here.`;
    case 'password_too_short':
      return `Use at least ${portal.passwordPolicy.minLength} characters.`;
    case 'password_too_long':
      return `Use at most ${portal.passwordPolicy.maxLength} characters.`;
    case 'password_common':
      return 'This password is among the first that an intruder tries. Choose another.';
    case 'password_contains_email':
      return 'The password contains your email address. Choose another.';
    case 'password_mismatch':
      return 'The two passwords differ.';
    default:
      return `Check ${field.label}.`;
  }
}
