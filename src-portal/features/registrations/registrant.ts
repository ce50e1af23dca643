import type { Answers } from '../../../src-shared/portals/answers.ts';

/** Who registers. What a portal does not ask is null. */
export interface Registrant {
  readonly email: string;
  readonly username: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string | null;
  readonly fax: string | null;
  /** What they are at their office, as the portal's list has it (A2, D4). */
  readonly role: string | null;
  /** An NPI, or the payer's own number of a provider (D4). */
  readonly providerNumber: string | null;
  /** Of a billing agency. */
  readonly agencyName: string | null;
  /** Of their office, which nothing is compared with (A2). */
  readonly organizationName: string | null;
  readonly street: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
  readonly password: string;
  readonly securityAnswers: readonly SecurityAnswer[];
}

/** A3: `place` is 1 for the first. */
export interface SecurityAnswer {
  readonly place: number;
  readonly question: string;
  readonly answer: string;
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
    username: optional('username'),
    firstName: text('firstName'),
    lastName: text('lastName'),
    phone: optional('phone'),
    fax: optional('fax'),
    role: optional('userRole') ?? optional('role'),
    providerNumber: optional('providerNumber'),
    agencyName: optional('agencyName'),
    organizationName: optional('organizationName'),
    street: optional('street'),
    city: optional('city'),
    state: optional('state'),
    zip: optional('zip'),
    password: text('password'),
    securityAnswers: Object.keys(answers)
      .flatMap((field) => /^securityQuestion(\d+)$/u.exec(field)?.[1] ?? [])
      .map((place) => ({
        place: Number(place),
        question: text(`securityQuestion${place}`),
        answer: text(`securityAnswer${place}`),
      })),
  };
}
