import type { Answers } from '../../../src-shared/portals/answers.ts';

/** Who registers. */
export interface Registrant {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string | null;
  readonly fax: string | null;
  readonly password: string;
}

/** Out of the validated answers to a registration's steps. Throws where a portal's definition does not ask for one of them. */
export function registrantOf(answers: Answers): Registrant {
  const text = (field: string): string => {
    const answer = answers[field];
    if (typeof answer !== 'string') throw new Error(`The registration's steps do not ask for ${field}`);
    return answer;
  };
  const optional = (field: string): string | null => (answers[field] === undefined ? null : text(field));
  return {
    email: text('email'),
    firstName: text('firstName'),
    lastName: text('lastName'),
    phone: optional('phone'),
    fax: optional('fax'),
    password: text('password'),
  };
}
