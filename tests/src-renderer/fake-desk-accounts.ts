import { passwordPolicyWithMfa } from '../../src-shared/domain/password.ts';
import { validateAnswers } from '../../src-shared/portals/answers.ts';
import { cca } from '../../src-shared/portals/cca.ts';
import type { ProcedureOutput } from '../../src-shared/ipc/contract.ts';
import { fail, ok } from '../../src-shared/result.ts';
import { invalidInput } from '../../src-shared/errors.ts';
import type { FakeDesk, FakeWorld, Handlers } from './fake-desk.ts';
import { fixtureId, fixtureNow, lakeside } from './fixtures.ts';

type Names = Exclude<
  Extract<keyof Handlers, `accounts.${string}` | `linkedAccounts.${string}`>,
  'accounts.findHealthPlans'
>;

const inMinutes = (minutes: number): string => new Date(fixtureNow.getTime() + minutes * 60_000).toISOString();

/** The ZIP code, Provider ID and Tax ID that the fake portal knows. */
export const knownProvider = { zip: '01103', providerId: 'CCA-100772', taxId: '123456789' };

/** The providers that the fake portal shows while an NPI is typed. */
export const directory = [
  { providerId: '1234567893', npi: '1234567893', name: 'Harborview Home Health', city: 'Quincy', state: 'MA' },
  { providerId: '1234598765', npi: '1234598765', name: 'Lakeside Wound Care', city: 'Framingham', state: 'MA' },
];

export function accountHandlers(world: FakeWorld, emit: FakeDesk['emit']): Pick<Handlers, Names> {
  const find = (accountId: string) => {
    const index = world.accounts.findIndex(({ account }) => account.id === accountId);
    const desk = world.accounts[index];
    if (desk === undefined) throw new Error(`No account ${accountId}`);
    return { index, desk };
  };
  const change = (accountId: string, part: Partial<(typeof world.accounts)[number]>) => {
    const { index, desk } = find(accountId);
    world.accounts = world.accounts.with(index, { ...desk, ...part });
    emit('accounts.changed', {});
  };
  const withAuthenticator = (accountId: string, since: string | null, code: string) => {
    if (code !== world.passcode) return fail({ code: 'wrong_passcode' as const, triesLeft: 4 });
    const { account } = find(accountId).desk;
    const changed = { ...account, authenticatorSince: since };
    change(accountId, { account: changed });
    return ok(changed);
  };

  return {
    'accounts.list': () => ok({ accounts: world.accounts, activeAccountId: world.activeAccountId }),
    'accounts.activate': ({ accountId }) => {
      world.activeAccountId = accountId;
      emit('accounts.changed', {});
      return ok({});
    },
    'accounts.checkEligibility': ({ answers }) => {
      const wrong = (['taxId', 'providerId', 'zip'] as const).filter((path) => answers[path] !== knownProvider[path]);
      if (wrong.length > 0)
        return fail({ code: 'no_match', fields: wrong.map((path) => ({ path, code: 'no_match' })) });
      return ok({
        organizationName: 'Harborview Family Medicine',
        providerId: knownProvider.providerId,
        hasAdministrator: true,
      });
    },
    'accounts.findProviders': ({ npi }) =>
      ok({ providers: directory.filter((provider) => provider.npi.startsWith(npi)) }),
    'accounts.register': ({ answers }) => {
      const checked = validateAnswers(cca.registration.steps, answers, passwordPolicyWithMfa);
      return checked.ok
        ? ok({ email: String(answers['email']), hasAdministrator: true, useBy: null })
        : fail(invalidInput(checked.error));
    },
    'accounts.resendVerification': () => ok({}),
    'accounts.requestPasswordReset': () => ok({}),
    'accounts.changePassword': ({ currentPassword, newPassword }) => {
      if (currentPassword !== world.password) return fail({ code: 'wrong_credentials', triesLeft: 9 });
      world.password = newPassword;
      return ok({});
    },
    'accounts.startSignIn': ({ password }) =>
      password === world.password
        ? ok(
            world.startsWith ?? {
              next: 'passcode',
              signInId: fixtureId(900),
              methods: world.signsIn.account.authenticatorSince === null ? ['email'] : ['authenticator', 'email'],
              emailHint: 'a•••@harborview.example',
              question: null,
              expiresAt: inMinutes(10),
            },
          )
        : fail({ code: 'wrong_credentials', triesLeft: 4 }),
    'accounts.sendPasscode': () =>
      ok({ emailHint: 'a•••@harborview.example', expiresAt: inMinutes(10), resendAfterMs: 30_000 }),
    'accounts.startMigration': () =>
      ok({ emailHint: 'n•••@harborview.example', expiresAt: inMinutes(10), resendAfterMs: 30_000 }),
    'accounts.completeSignIn': ({ code }) => {
      if (code !== world.passcode) return fail({ code: 'wrong_passcode', triesLeft: 4 });
      const { desk } = world.signsIn;
      world.accounts = [...world.accounts.filter(({ account }) => account.id !== desk.account.id), desk];
      world.activeAccountId = desk.account.id;
      emit('accounts.changed', {});
      return ok(desk);
    },
    'accounts.signOut': ({ accountId }) => {
      change(accountId, { state: 'signed-out' });
      return ok({});
    },
    'accounts.remove': ({ accountId }) => {
      world.accounts = world.accounts.filter(({ account }) => account.id !== accountId);
      world.activeAccountId = world.accounts[0]?.account.id ?? null;
      emit('accounts.changed', {});
      return ok({});
    },
    'accounts.startAuthenticator': () =>
      ok({
        secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
        uri: 'otpauth://totp/CCA%20Provider%20Portal:anna?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=CCA',
      }),
    'accounts.confirmAuthenticator': ({ accountId, code }) =>
      withAuthenticator(accountId, fixtureNow.toISOString(), code),
    'accounts.removeAuthenticator': ({ accountId, code }) => withAuthenticator(accountId, null, code),
    'linkedAccounts.find': ({ accountId, answers }) => {
      const isKnown = [knownProvider.providerId, undefined].includes(
        answers['organizationNumber'] as string | undefined,
      );
      const wrong = (['taxId', 'providerId', 'zip'] as const).filter(
        (path) => answers[path] !== undefined && answers[path] !== knownProvider[path],
      );
      if (wrong.length > 0 || !isKnown)
        return fail({ code: 'no_match', fields: wrong.map((path) => ({ path, code: 'no_match' })) });
      return ok({
        organizationName: 'Harborview Family Medicine',
        providerId: knownProvider.providerId,
        hasAdministrator: !world.isFirst,
        ...(find(accountId).desk.account.portalId === 'provider-central'
          ? world.isFirst
            ? { routes: ['claims', 'mailed-pin'] as const, administrators: [] }
            : { routes: ['administrator'] as const, administrators: ['Priya Raman', 'Tom Albrecht'] }
          : {}),
      } as ProcedureOutput<'linkedAccounts.find'>);
    },
    'linkedAccounts.enterPin': ({ accountId, linkedAccountId, pin }) => {
      const { linkedAccounts } = find(accountId).desk;
      const awaited = linkedAccounts.find(({ id }) => id === linkedAccountId);
      if (awaited?.pin === undefined) return fail({ code: 'not_found' });
      const right = pin === world.pin;
      const { pin: known, ...rest } = awaited;
      const triesLeft = Math.max(0, known.triesLeft - 1);
      const changed = right
        ? { ...rest, status: 'active' as const, role: 'administrator' as const }
        : { ...awaited, pin: { ...known, triesLeft } };
      change(accountId, { linkedAccounts: linkedAccounts.map((linked) => (linked === awaited ? changed : linked)) });
      if (right) return ok(changed);
      return fail(known.triesLeft === 0 ? { code: 'pin_expired' } : { code: 'wrong_pin', triesLeft });
    },
    'linkedAccounts.requestPin': ({ accountId, linkedAccountId }) => {
      const { linkedAccounts } = find(accountId).desk;
      const awaited = linkedAccounts.find(({ id }) => id === linkedAccountId);
      if (awaited?.pin === undefined) return fail({ code: 'not_found' });
      const pin = { requestedAt: fixtureNow.toISOString(), mailedAt: null, expiresAt: null, triesLeft: 5 };
      const changed = { ...awaited, pin };
      change(accountId, { linkedAccounts: linkedAccounts.map((linked) => (linked === awaited ? changed : linked)) });
      return ok(changed);
    },
    'linkedAccounts.link': ({ accountId, id }) => {
      const linked = {
        ...(find(accountId).desk.linkedAccounts[1] ?? find(accountId).desk.linkedAccounts[0]),
        id,
        organization: lakeside,
        status: 'awaiting-administrator',
        administrators: ['Priya Raman'],
      } as (typeof world.accounts)[number]['linkedAccounts'][number];
      change(accountId, { linkedAccounts: [...find(accountId).desk.linkedAccounts, linked] });
      return ok(linked);
    },
    'linkedAccounts.activate': ({ accountId, linkedAccountId }) => {
      change(accountId, { activeLinkedAccountId: linkedAccountId });
      return ok({});
    },
    'linkedAccounts.setPreferences': ({ accountId, linkedAccountId, nickname, isDefault }) => {
      const linkedAccounts = find(accountId).desk.linkedAccounts.map((each) =>
        each.id === linkedAccountId
          ? { ...each, nickname, isDefault }
          : { ...each, isDefault: each.isDefault && !isDefault },
      );
      change(accountId, { linkedAccounts });
      return ok({});
    },
    'linkedAccounts.forgetPreferences': ({ linkedAccountId }) => {
      world.preferences = world.preferences.filter((wish) => wish.linkedAccountId !== linkedAccountId);
      emit('accounts.changed', {});
      return ok({});
    },
    'linkedAccounts.refresh': () => ok({}),
  };
}
