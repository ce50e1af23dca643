import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLetterFolder } from '../../../src-main/orders/letter-folder.ts';
import { account, accountId, session } from '../support/fixtures.ts';
import { settle } from '../support/fake-schedule.ts';
import { runningDesk } from '../support/running-desk.ts';
import { portalUrl } from '../support/temporary-cache.ts';
import { FakeOrders, letterId, orderId, pdfOf } from './fake-orders.ts';

const mbm = { ...account(1), portalId: 'carelon-mbm' };
const of = { accountId: accountId(1), orderId };

async function signedIn() {
  const desk = runningDesk();
  const portal = new FakeOrders();
  desk.portal.orders = portal.line();
  desk.portal.account = mbm;
  await desk.running.startWith(session(1, { account: mbm }), portalUrl, () => {
    desk.cache.accounts.save(mbm, portalUrl);
  });
  return { desk, portal };
}

describe('orders of an account', () => {
  it('E6: are searched for at the portal, and need a session', async () => {
    const { desk, portal } = await signedIn();
    const query = { by: 'member', term: 'Berg', birthDate: null, after: null, limit: 50 } as const;
    expect(await desk.orders.search({ accountId: of.accountId, ...query })).toMatchObject({ ok: true });
    expect((await desk.orders.detail(of)).ok).toBe(true);
    expect((await desk.orders.putAdditionalInformation({ ...of, text: 'A word' })).ok).toBe(true);
    expect(portal.calls).toEqual(['search', 'detail', 'information']);
    desk.cache.accounts.setState(of.accountId, 'signed-out');
    expect(await desk.orders.detail(of)).toEqual({ ok: false, error: { code: 'signed_out' } });
    expect(await desk.orders.detail({ ...of, accountId: accountId(9) })).toEqual({
      ok: false,
      error: { code: 'not_found' },
    });
  });

  it('E6: a letter opens in the viewer out of a private file, which goes with the app', async () => {
    const { desk } = await signedIn();
    expect(await desk.orders.openLetter({ ...of, letterId })).toEqual({ ok: true, value: undefined });
    const [file = ''] = desk.files.opened;
    expect(readFileSync(file, 'latin1')).toContain('%PDF');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    // once more, while the first one is still there
    expect((await desk.orders.openLetter({ ...of, letterId })).ok).toBe(true);
    desk.openedOrders.close();
    expect(readdirSync(desk.folder)).toEqual([]);
  });

  it('E6: says so where nothing opens a letter, and where it cannot be had', async () => {
    const { desk, portal } = await signedIn();
    desk.files.viewerSays = 'No application found';
    expect(await desk.orders.openLetter({ ...of, letterId })).toMatchObject({ error: { code: 'letter_not_opened' } });
    portal.fault = () => ({ code: 'offline' });
    expect(await desk.orders.openLetter({ ...of, letterId })).toMatchObject({ error: { code: 'offline' } });
  });

  it('letters of a start that ended badly are removed', async () => {
    const { desk } = await signedIn();
    const folder = path.join(desk.folder, 'letters');
    const letters = createLetterFolder({ folder, openPath: () => Promise.resolve('') });
    await letters.open(letterId, Buffer.from('%PDF'));
    expect(existsSync(folder)).toBe(true);
    createLetterFolder({ folder, openPath: () => Promise.resolve('') }).clear();
    expect(existsSync(folder)).toBe(false);
  });

  it('E8: a chosen file is cut, kept encrypted and sent', async () => {
    const { desk, portal } = await signedIn();
    const file = path.join(desk.folder, 'chart.pdf');
    writeFileSync(file, await pdfOf(4));
    desk.files.chosen = file;
    const answer = await desk.orders.chooseDocument({ accountId: of.accountId });
    if (!answer.ok || answer.value.chosen === null) throw new Error('Nothing was chosen');
    const { token } = answer.value.chosen;
    expect(await desk.orders.uploadDocument({ ...of, token, pages: '9' })).toMatchObject({
      error: { fields: [{ path: 'pages', code: 'pages_outside' }] },
    });
    expect((await desk.orders.uploadDocument({ ...of, token, pages: '2' })).ok).toBe(true);
    await settle();
    expect([...portal.documents.values()]).toMatchObject([
      { isDone: true, announced: { pages: '2', name: 'chart.pdf' } },
    ]);
    expect(desk.orders.uploads(of)).toEqual([]);
  });
});

describe('dismissed notices (E7)', () => {
  it('stay dismissed for their account, and go with it', async () => {
    const { desk } = await signedIn();
    desk.notices.dismiss(of.accountId, 'mfa-reminder');
    desk.notices.dismiss(of.accountId, 'branding-change');
    desk.notices.dismiss(of.accountId, 'mfa-reminder');
    expect(desk.notices.list(of.accountId)).toEqual(['branding-change', 'mfa-reminder']);
    expect(desk.notices.list(accountId(2))).toEqual([]);
    desk.cache.accounts.remove(of.accountId);
    expect(desk.notices.list(of.accountId)).toEqual([]);
  });
});
