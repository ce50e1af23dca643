/** Somebody who can sign in to the demonstration. */
export interface DemoAccount {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** Ten digits. */
  readonly phone: string;
}

/** The password of every account below; the passcode comes by email, to the demonstration's mailbox. */
export const demoPassword = 'maple ferry lantern 42';

/** Runs three practices as administrator, is a user of a fourth, and waits for the administrator of a fifth. */
export const danaWhitfield: DemoAccount = {
  firstName: 'Dana',
  lastName: 'Whitfield',
  email: 'dana.whitfield@example.com',
  phone: '6175550142',
};

/** The second administrator of the main practice, and of those that Dana has to ask: to play the other side. */
export const reneeOkonkwo: DemoAccount = {
  firstName: 'Renée',
  lastName: 'Okonkwo',
  email: 'renee.okonkwo@example.com',
  phone: '8575550117',
};

/** Works at the front desk of two of Dana's practices. */
export const tomasRivera: DemoAccount = {
  firstName: 'Tomás',
  lastName: 'Rivera',
  email: 'tomas.rivera@example.com',
  phone: '7815550163',
};

/** At the Carelon MBM provider portal since before multi-factor authentication (E2): told to move to it 18 days ago. */
export const gloriaMendes: DemoAccount = {
  firstName: 'Gloria',
  lastName: 'Mendes',
  email: 'gloria.mendes@example.com',
  phone: '6175550171',
};

/** The same, and not told yet. */
export const walterFinch: DemoAccount = {
  firstName: 'Walter',
  lastName: 'Finch',
  email: 'walter.finch@example.com',
  phone: '6175550172',
};

/** Dana's answers to the secret questions of the portals that have some (A3, E1). */
export const demoAnswers = [
  { place: 1, question: 'first-street', answer: 'Ferry Lane' },
  { place: 2, question: 'first-job', answer: 'Lowell' },
  { place: 3, question: 'first-car', answer: 'Saab' },
] as const;

export const demoAccounts: readonly DemoAccount[] = [danaWhitfield, reneeOkonkwo, tomasRivera];
