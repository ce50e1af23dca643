import { expect } from '@playwright/test';
import type { Mailbox } from './mailbox.ts';

/** Opens the link of the Password Reset email as a browser does, and sends its form; answers the link, used up. */
export async function changeByLink(mailbox: Mailbox, email: string, password: string): Promise<string> {
  const message = await mailbox.waitFor(email, /reset your password/iu);
  const link = message.links.find((url) => url.includes('reset-password'));
  if (link === undefined) throw new Error('The email carries no link');
  expect(await (await fetch(link)).text()).toContain('Reset Your Password');
  const send = (passwordAgain: string) =>
    fetch(link, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        token: new URL(link).searchParams.get('token') ?? '',
        password,
        passwordAgain,
      }).toString(),
    });
  const refused = await send('something else');
  expect(await refused.text()).toContain('The two passwords differ.');
  const answer = await send(password);
  expect(await answer.text()).toContain('Your password was changed');
  return link;
}
