import { z } from 'zod';
import { accountSchema } from '../domain/account.ts';
import { emailSchema } from '../domain/email.ts';
import { idSchema, momentSchema } from '../domain/identifier.ts';
import { linkedAccountSchema } from '../domain/organization.ts';
import { passcodeMethodSchema, passcodeSchema } from '../domain/passcode.ts';
import { directoryEntrySchema, eligibilitySchema, npiPrefixSchema } from '../portal-api/registration.ts';
import { answersSchema } from '../portals/answers.ts';
import { defineProcedure, done, nothing } from './procedure.ts';

const portalId = z.string().max(64);

/** An account on this computer, with everything that the ribbon and the navigation show. */
export const deskAccountSchema = z.object({
  account: accountSchema,
  /** `signed-out`: the session ended; what is cached stays readable until the account is removed. */
  state: z.enum(['signed-in', 'signed-out']),
  linkedAccounts: z.array(linkedAccountSchema),
  activeLinkedAccountId: idSchema.nullable(),
});
export type DeskAccount = z.infer<typeof deskAccountSchema>;

/** Passes through and is kept nowhere on this computer. */
const passwordInput = z.string().min(1, 'required').max(1024, 'too_long');
const accountInput = z.strictObject({ accountId: idSchema });

export const accountProcedures = {
  'accounts.list': defineProcedure({
    input: nothing,
    output: z.object({ accounts: z.array(deskAccountSchema), activeAccountId: idSchema.nullable() }),
  }),
  'accounts.activate': defineProcedure({ input: accountInput, output: done }),
  'accounts.checkEligibility': defineProcedure({
    input: z.strictObject({ portalId, answers: answersSchema }),
    output: eligibilitySchema,
  }),
  /** Providers whose NPI begins like this, while it is typed (E4). */
  'accounts.findProviders': defineProcedure({
    input: z.strictObject({ portalId, npi: npiPrefixSchema }),
    output: z.object({ providers: z.array(directoryEntrySchema) }),
  }),
  'accounts.register': defineProcedure({
    input: z.strictObject({ portalId, id: idSchema, answers: answersSchema }),
    output: z.object({ email: z.string(), hasAdministrator: z.boolean() }),
  }),
  'accounts.resendVerification': defineProcedure({
    input: z.strictObject({ portalId, email: emailSchema }),
    output: done,
  }),
  /** Answers the same whether or not there is such an account (E5). */
  'accounts.requestPasswordReset': defineProcedure({
    input: z.strictObject({ portalId, email: emailSchema }),
    output: done,
  }),
  'accounts.startSignIn': defineProcedure({
    input: z.strictObject({
      portalId,
      email: emailSchema,
      password: passwordInput,
    }),
    output: z.object({
      signInId: idSchema,
      methods: z.array(passcodeMethodSchema),
      emailHint: z.string(),
      expiresAt: momentSchema,
    }),
  }),
  'accounts.sendPasscode': defineProcedure({
    input: z.strictObject({ portalId, signInId: idSchema }),
    output: z.object({ emailHint: z.string(), expiresAt: momentSchema, resendAfterMs: z.int() }),
  }),
  /** On success the account is kept on this computer and becomes the active one. */
  'accounts.completeSignIn': defineProcedure({
    input: z.strictObject({ portalId, signInId: idSchema, method: passcodeMethodSchema, code: passcodeSchema }),
    output: deskAccountSchema,
  }),
  /** Ends the session; waiting commands stay until the person signs in again. */
  'accounts.signOut': defineProcedure({ input: accountInput, output: done }),
  /** Signs out and removes the account's cached data and waiting commands from this computer. */
  'accounts.remove': defineProcedure({ input: accountInput, output: done }),
  /** This session stays; the account's others end. */
  'accounts.changePassword': defineProcedure({
    input: accountInput.extend({ currentPassword: passwordInput, newPassword: passwordInput }),
    output: done,
  }),
  'accounts.startAuthenticator': defineProcedure({
    input: accountInput,
    output: z.object({ secret: z.string(), uri: z.string() }),
  }),
  'accounts.confirmAuthenticator': defineProcedure({
    input: accountInput.extend({ code: passcodeSchema }),
    output: accountSchema,
  }),
  'accounts.removeAuthenticator': defineProcedure({
    input: accountInput.extend({ code: passcodeSchema }),
    output: accountSchema,
  }),
};

export const linkedAccountProcedures = {
  'linkedAccounts.link': defineProcedure({
    input: accountInput.extend({ id: idSchema, answers: answersSchema }),
    output: linkedAccountSchema,
  }),
  /** Switches the whole window to another linked ID (C9). Works offline. */
  'linkedAccounts.activate': defineProcedure({
    input: accountInput.extend({ linkedAccountId: idSchema }),
    output: done,
  }),
  'linkedAccounts.refresh': defineProcedure({ input: accountInput, output: done }),
};
