import { z } from 'zod';

export const userStatuses = ['pending', 'active', 'revoked'] as const;
export const userStatusSchema = z.enum(userStatuses);
export type UserStatus = z.infer<typeof userStatusSchema>;

/** `sending` is an invitation whose email the portal has accepted but not yet delivered (docs/adr/0003). */
export const invitationStatuses = ['sending', 'sent', 'failed', 'accepted', 'expired', 'cancelled'] as const;
export const invitationStatusSchema = z.enum(invitationStatuses);
export type InvitationStatus = z.infer<typeof invitationStatusSchema>;

export const accessRequestStatuses = ['pending', 'approved', 'denied', 'withdrawn'] as const;
export const accessRequestStatusSchema = z.enum(accessRequestStatuses);
export type AccessRequestStatus = z.infer<typeof accessRequestStatusSchema>;

export const accountStatuses = ['email-unverified', 'awaiting-verification', 'active', 'expired', 'locked'] as const;
export const accountStatusSchema = z.enum(accountStatuses);
export type AccountStatus = z.infer<typeof accountStatusSchema>;

/** `denied` is an access request that was turned down; the reason stands beside it. */
export const linkedAccountStatuses = ['awaiting-administrator', 'awaiting-pin', 'active', 'denied', 'revoked'] as const;
export const linkedAccountStatusSchema = z.enum(linkedAccountStatuses);
export type LinkedAccountStatus = z.infer<typeof linkedAccountStatusSchema>;

export const billingAgencyStatuses = ['pending', 'active', 'denied'] as const;
export const billingAgencyStatusSchema = z.enum(billingAgencyStatuses);
export type BillingAgencyStatus = z.infer<typeof billingAgencyStatusSchema>;

type Transitions<Status extends string> = Readonly<Record<Status, readonly Status[]>>;

export const userTransitions: Transitions<UserStatus> = {
  pending: ['active'],
  active: ['revoked'],
  revoked: ['active'],
};

export const invitationTransitions: Transitions<InvitationStatus> = {
  sending: ['sent', 'failed', 'cancelled'],
  sent: ['sending', 'accepted', 'expired', 'cancelled', 'failed'],
  failed: ['sending', 'cancelled'],
  expired: ['sending', 'cancelled'],
  accepted: [],
  cancelled: [],
};

export const accessRequestTransitions: Transitions<AccessRequestStatus> = {
  pending: ['approved', 'denied', 'withdrawn'],
  approved: [],
  denied: [],
  withdrawn: [],
};

/** Nothing becomes pending or active by being added; whoever was denied is added again (D10). */
export const billingAgencyTransitions: Transitions<BillingAgencyStatus> = {
  pending: ['active', 'denied'],
  active: ['denied'],
  denied: ['pending', 'active'],
};

export const isLegal = <Status extends string>(table: Transitions<Status>, from: Status, to: Status): boolean =>
  table[from].includes(to);
