import { Stack, Text } from '@mantine/core';
import { isEmailAddress } from '../../../src-shared/domain/username.ts';
import type { ErrorCode } from '../../../src-shared/errors.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { ResendVerification } from '../../components/resend-verification.tsx';
import { SupportLineText } from '../../components/support-line-text.tsx';

export interface ClosedAccountHelpProps {
  readonly code: ErrorCode;
  readonly portal: PortalDefinition;
  /** What was entered; the link that confirms an address is asked for by the address alone. */
  readonly username: string;
}

/** Ways on for somebody whose password is right and whose account is not open: not confirmed, not verified, expired, or not moved to MFA in time. */
export function ClosedAccountHelp({ code, portal, username }: ClosedAccountHelpProps) {
  switch (code) {
    case 'email_unverified':
      return isEmailAddress(username) ? (
        <ResendVerification portalId={portal.id} email={username} />
      ) : (
        <Text size="sm">To have the link sent again, sign in with your email address instead of your username.</Text>
      );
    // A8, A9, E2
    case 'awaiting_verification':
    case 'account_expired':
    case 'migration_overdue':
      return (
        <Stack gap={4}>
          {portal.support.map((line) => (
            <SupportLineText key={line.phone} line={line} />
          ))}
        </Stack>
      );
    default:
      return null;
  }
}
