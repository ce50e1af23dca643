import { addAccount } from './add-account.ts';
import { danaWhitfield, reneeOkonkwo, tomasRivera, type DemoAccount } from './demo-accounts.ts';
import { daysAgo, type Seeding } from './seeding.ts';

/** The account ids of those who can sign in to a seeded service. */
export interface Cast {
  readonly dana: string;
  readonly renee: string;
  readonly tomas: string;
}

const nameOf = (person: DemoAccount): string => `${person.firstName} ${person.lastName}`;

/** The administrators' names, as histories show them. */
export const danaName = nameOf(danaWhitfield);
export const reneeName = nameOf(reneeOkonkwo);

export function addCast(seeding: Seeding, passwordHash: string): Cast {
  const add = (person: DemoAccount, createdDaysAgo: number, signedInDaysAgo: number): string =>
    addAccount(seeding, person, {
      createdAt: daysAgo(seeding, createdDaysAgo),
      lastSignInAt: daysAgo(seeding, signedInDaysAgo),
      passwordHash,
    });
  return {
    dana: add(danaWhitfield, 1_204.3, 1.1),
    renee: add(reneeOkonkwo, 1_150.6, 0.3),
    tomas: add(tomasRivera, 402.5, 0.1),
  };
}
