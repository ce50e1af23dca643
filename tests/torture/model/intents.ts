import type { Intent } from '../../../src-shared/domain/command.ts';
import type { BillingAgency } from '../../../src-shared/domain/billing-agency.ts';
import { userId } from '../../src-main/support/fixtures.ts';
import { directory } from './practices.ts';

export type AboutKind = 'user' | 'access-request' | 'invitation' | 'billing-agency';

/** Somebody or something that can be decided about. */
export interface About {
  readonly kind: AboutKind;
  readonly entity: { readonly id: string; readonly agencyId?: string };
}

const ordinary = { role: 'user', permissions: ['eligibility', 'claims-status'] } as const;
const access = (variant: number) =>
  variant % 3 === 0
    ? { role: 'administrator' as const, permissions: [] }
    : { role: ordinary.role, permissions: variant % 3 === 1 ? [...ordinary.permissions] : ['manage-users' as const] };

/** One of the things that can be asked of it, legal at the moment or not. */
export function intentOn({ kind, entity }: About, variant: number): Intent {
  const subjectId = entity.id;
  switch (kind) {
    case 'user': {
      const choices: Intent[] = [
        { kind: 'revoke-user', subjectId, payload: { reason: variant % 2 === 0 ? null : 'Left' } },
        { kind: 'make-admin', subjectId, payload: {} },
        { kind: 'restore-user', subjectId, payload: {} },
        { kind: 'edit-role-and-permissions', subjectId, payload: access(variant >> 2) },
      ];
      return pickOf(choices, variant);
    }
    case 'access-request':
      return variant % 2 === 0
        ? { kind: 'approve-access-request', subjectId, payload: access(variant >> 1) }
        : { kind: 'deny-access-request', subjectId, payload: { reason: 'Not one of ours' } };
    case 'invitation':
      return { kind: variant % 2 === 0 ? 'resend-invitation' : 'cancel-invitation', subjectId, payload: {} };
    case 'billing-agency':
      return variant % 2 === 0
        ? { kind: 'deny-billing-agency', subjectId, payload: { reason: null } }
        : { kind: 'add-billing-agency', subjectId, payload: { agencyId: agencyIdOf(entity) } };
  }
}

/** Something about somebody who is not there yet; few addresses and agencies, so that they meet. */
export function newcomer(subjectId: string, variant: number, agencies = directory): Intent {
  if (variant % 3 === 0) {
    const { id: agencyId } = pickOf(agencies, variant >> 2);
    return { kind: 'add-billing-agency', subjectId, payload: { agencyId } };
  }
  const person = { email: `new${variant % 4}@example.com`, firstName: 'Nia', lastName: 'New' };
  return { kind: 'invite-user', subjectId, payload: { ...person, ...access(variant) } };
}

/** Nobody on the desktop decides about its own person and about the other administrator: the sequences would end there. */
export const isSpared = (subjectId: string): boolean =>
  [101, 102, 201, 202].some((number) => userId(number) === subjectId);

export function pickOf<Value>(values: readonly Value[], pick: number): Value {
  const value = values[pick % values.length];
  if (value === undefined) throw new Error('There is nothing to pick from');
  return value;
}

const agencyIdOf = (entity: About['entity']): string => (entity as BillingAgency).agencyId;
