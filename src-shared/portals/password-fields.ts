import type { Field } from './definition.ts';

/** A new password, entered twice, under `passwordPolicyWithMfa`. */
export const passwordFields: readonly Field[] = [
  {
    id: 'password',
    label: 'Password',
    kind: 'new-password',
    required: true,
    secret: true,
    hint: 'At least 8 characters. A few words make a good one.',
  },
  { id: 'passwordAgain', label: 'Password again', kind: 'password-again', required: true, secret: true },
];
