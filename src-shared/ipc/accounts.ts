import { z } from 'zod';
import { accountModeSchema, accountSchema } from '../domain/account.ts';
import { emailSchema } from '../domain/email.ts';
import { idSchema, momentSchema } from '../domain/identifier.ts';
import { pinSchema } from '../domain/mailed-pin.ts';
import { linkedAccountPreferencesSchema, linkedAccountSchema } from '../domain/organization.ts';
import { passcodeSchema } from '../domain/passcode.ts';
import { signInNameSchema } from '../domain/username.ts';
import { passcodeFactor, secretAnswerFactor, sentPasscodeSchema, startedSignInSchema } from '../portal-api/identity.ts';
import { directoryEntrySchema, eligibilitySchema, npiPrefixSchema } from '../portal-api/registration.ts';
import { answersSchema } from '../portals/answers.ts';
import { defineProcedure, done, nothing } from './procedure.ts';
import { wantedPreferencesSchema } from './wanted-preferences.ts';

const portalId = z.string().max(64);

/** As the portal told it, with what its owner wants of it laid over while that waits. */
export const deskLinkedAccountSchema = linkedAccountSchema.extend({ wanted: wantedPreferencesSchema.optional() });
export type DeskLinkedAccount = z.infer<typeof deskLinkedAccountSchema>;

/** An account on this computer, with everything that the ribbon and the navigation show. */
export const deskAccountSchema = z.object({
  account: accountSchema,
  /** `signed-out`: the session ended; what is cached stays readable until the account is removed. */
  state: z.enum(['signed-in', 'signed-out']),
  mode: accountModeSchema,
  linkedAccounts: z.array(deskLinkedAccountSchema),
  activeLinkedAccountId: idSchema.nullable(),
});
export type DeskAccount = z.infer<typeof deskAccountSchema>;

/** Passes through and is kept nowhere on this computer. */
const passwordInput = z.string().min(1, 'required').max(1024, 'too_long');
const accountInput = z.strictObject({ accountId: idSchema });
const signInInput = z.strictObject({ portalId, signInId: idSchema });

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
    output: z.object({ email: z.string(), hasAdministrator: z.boolean(), useBy: momentSchema.nullable() }),
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
      /** Or the email address (E1). */
      username: signInNameSchema,
      password: passwordInput,
    }),
    output: startedSignInSchema,
  }),
  'accounts.sendPasscode': defineProcedure({
    input: signInInput,
    output: sentPasscodeSchema,
  }),
  /** A passcode goes to the new address; completing the sign-in with it completes the move (E2). */
  'accounts.startMigration': defineProcedure({
    input: signInInput.extend({ email: emailSchema, password: passwordInput }),
    output: sentPasscodeSchema,
  }),
  /** On success the account is kept on this computer and becomes the active one. */
  'accounts.completeSignIn': defineProcedure({
    input: z.discriminatedUnion('method', [
      signInInput.extend(passcodeFactor.shape),
      signInInput.extend(secretAnswerFactor.shape),
    ]),
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

const linkedAccountInput = accountInput.extend({ linkedAccountId: idSchema });

export const linkedAccountProcedures = {
  /** Whom a signed-in person's answers match, and how an association is possible there (D5, D6). */
  'linkedAccounts.find': defineProcedure({
    input: accountInput.extend({ answers: answersSchema }),
    output: eligibilitySchema,
  }),
  /** The PIN passes through and is kept nowhere on this computer (D8). */
  'linkedAccounts.enterPin': defineProcedure({
    input: linkedAccountInput.extend({ pin: pinSchema }),
    output: linkedAccountSchema,
  }),
  'linkedAccounts.requestPin': defineProcedure({ input: linkedAccountInput, output: linkedAccountSchema }),
  'linkedAccounts.link': defineProcedure({
    input: accountInput.extend({ id: idSchema, answers: answersSchema }),
    output: linkedAccountSchema,
  }),
  /** Switches the whole window to another linked ID (C9). Works offline. */
  'linkedAccounts.activate': defineProcedure({
    input: accountInput.extend({ linkedAccountId: idSchema }),
    output: done,
  }),
  /** The nickname and whether it is the default one (D9): kept durably, and sent when the portal can be reached. */
  'linkedAccounts.setPreferences': defineProcedure({
    input: accountInput.extend({ linkedAccountId: idSchema, ...linkedAccountPreferencesSchema.shape }),
    output: done,
  }),
  /** Takes a wish back that was never sent, else `command_in_flight`; notes one that was refused. */
  'linkedAccounts.forgetPreferences': defineProcedure({ input: linkedAccountInput, output: done }),
  'linkedAccounts.refresh': defineProcedure({ input: accountInput, output: done }),
};
