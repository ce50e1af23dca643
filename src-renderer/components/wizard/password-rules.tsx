import { VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCircle } from '@tabler/icons-react';
import { passwordProblem, type PasswordPolicy } from '../../../src-shared/domain/password.ts';
import classes from './wizard.module.css';

export interface PasswordRulesProps {
  readonly password: string;
  readonly policy: PasswordPolicy;
  readonly email: string;
}

/** Shows, while a new password is typed, which rules it keeps already. */
export function PasswordRules({ password, policy, email }: PasswordRulesProps) {
  const problem = passwordProblem(password, policy, email);
  const longEnough = problem !== 'required' && problem !== 'password_too_short';
  const rules = [
    { text: `At least ${String(policy.minLength)} characters`, kept: longEnough },
    { text: 'Not easily guessed', kept: longEnough && problem !== 'password_common' },
    {
      text: 'Without your email address',
      kept: longEnough && problem !== 'password_common' && problem !== 'password_contains_email',
    },
  ];
  return (
    <ul className={classes['rules']} aria-label="What it needs">
      {rules.map(({ text, kept }) => (
        <li key={text} className={classes['rule']} data-kept={kept || undefined}>
          {kept ? <IconCheck size={16} aria-hidden /> : <IconCircle size={16} aria-hidden />}
          {text}
          <VisuallyHidden>{kept ? ', kept' : ', not yet'}</VisuallyHidden>
        </li>
      ))}
    </ul>
  );
}
