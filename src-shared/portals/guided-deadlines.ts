import { addDays, type GuidedDeadline } from '../domain/guided-deadline.ts';
import type { PortalDefinition } from './definition.ts';

export interface DeadlineStart {
  readonly doneOn: string;
  readonly newId: () => string;
}

/** A9: what begins to count with a registration. */
export const deadlinesOfRegistration = (
  { unusedSignInDays }: PortalDefinition,
  { doneOn, newId }: DeadlineStart,
): GuidedDeadline[] =>
  unusedSignInDays === undefined
    ? []
    : [
        {
          id: newId(),
          kind: 'unused-sign-in',
          label: `Sign in once, or username and password expire (${String(unusedSignInDays)} days after registration)`,
          dueOn: addDays(doneOn, unusedSignInDays),
          endedOn: null,
        },
      ];

/** D8: what begins to count when a PIN was asked for. */
export function deadlinesOfMailedPin(
  { proofs }: PortalDefinition,
  linkedAccountId: string,
  { doneOn, newId }: DeadlineStart,
): GuidedDeadline[] {
  if (proofs === undefined) return [];
  const { withinDays, expiresAfterDays, enterPin } = proofs.mailedPin;
  const pin = { kind: 'pin', endedOn: null, linkedAccountId } as const;
  return [
    { ...pin, id: newId(), label: 'The PIN comes by U.S. mail', dueOn: addDays(doneOn, withinDays) },
    { ...pin, id: newId(), label: `${enterPin}, before it expires`, dueOn: addDays(doneOn, expiresAfterDays) },
  ];
}
