import type { PortalContext } from '../../context.ts';
import type { Handlers } from '../../handler.ts';
import { createPasswordVerifier } from '../../identity/password-hash.ts';
import { changePassword } from './change-password.ts';
import { requestPasswordReset } from './request-password-reset.ts';

export function passwordHandlers(context: PortalContext): Pick<Handlers, 'requestPasswordReset' | 'changePassword'> {
  const verifier = createPasswordVerifier(context);
  return {
    requestPasswordReset: (call) => requestPasswordReset(context, call),
    changePassword: (call) => changePassword(context, verifier, call),
  };
}
