import { signInNameSchema } from '../../../src-shared/domain/username.ts';
import { fieldProblems } from '../../../src-shared/errors.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { fieldText } from '../../lib/field-texts.ts';
import { emailProblem } from './email-problem.ts';

/** What the field is called that says who signs in (E1, A3, D4). */
export const signInNameLabel = ({ signInWith }: PortalDefinition): string =>
  signInWith === 'email' ? 'Email' : 'Username or email address';

/** The sentence beside it, or true where it holds what this portal's people sign in with. */
export function signInNameProblem({ signInWith }: PortalDefinition, name: string): string | true {
  if (signInWith === 'email') return emailProblem(name);
  const parsed = signInNameSchema.safeParse(name);
  return parsed.success || fieldText(fieldProblems(parsed.error)[0]?.code ?? 'username_format');
}
