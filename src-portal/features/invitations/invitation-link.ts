export const acceptInvitationPath = '/portals/:portalId/pages/accept-invitation';

/** The link in an invitation's email: holding it proves that the email arrived. */
export const invitationLink = (publicUrl: string, portalId: string, token: string): string =>
  `${publicUrl}${acceptInvitationPath.replace(':portalId', portalId)}?token=${token}`;
