import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useDeskEvents } from '../../../../src-renderer/app/use-desk-events.ts';
import { OrdersScreen } from '../../../../src-renderer/features/orders/orders-screen.tsx';
import { createFakeDesk } from '../../fake-desk.ts';
import { planAccount, planWorld } from '../../fake-desk-health-plans.ts';
import { order, orderDetail, orderWorld, upload, chosenDocument, type OrderWorld } from '../../fake-desk-orders.ts';
import { renderScreen } from '../../render-screen.tsx';

afterEach(cleanup);

/** As the shell keeps it: events of the main process reach it. */
function ScreenInStep() {
  useDeskEvents();
  return <OrdersScreen />;
}

const open = async (world: Partial<OrderWorld> = {}) => {
  const account = planAccount();
  const desk = createFakeDesk({ accounts: [account], activeAccountId: account.account.id, orders: orderWorld(world) });
  const shown = await renderScreen(<ScreenInStep />, { desk });
  await screen.findByRole('heading', { name: 'Order Search' });
  await screen.findByRole('button', { name: 'Search' });
  return shown;
};

const searched = async (world: Partial<OrderWorld> = {}) => {
  const shown = await open(world);
  await shown.person.type(screen.getByRole('textbox', { name: 'Member name or number' }), 'Marchetti{Enter}');
  return shown;
};

const opened = async (world: Partial<OrderWorld> = {}) => {
  const shown = await searched(world);
  await shown.person.click(await screen.findByRole('button', { name: '209000101' }));
  await screen.findByRole('heading', { name: 'Documents' });
  return shown;
};

describe('Order Search (E6)', () => {
  it('A11: opens once somebody has agreed to the HIPAA Disclaimer', async () => {
    const account = planAccount();
    const desk = createFakeDesk({
      accounts: [account],
      activeAccountId: account.account.id,
      health: planWorld({ isAgreed: false }),
    });
    const { person } = await renderScreen(<ScreenInStep />, { desk });
    await person.click(await screen.findByRole('button', { name: 'Agree' }));
    expect(await screen.findByRole('textbox', { name: 'Member name or number' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Agree' })).toBeNull();
    expect(desk.inputsOf('orders.search')).toEqual([]);
  });

  it('A11: shows no way to search before that', async () => {
    const account = planAccount();
    const health = planWorld({ isAgreed: false });
    const desk = createFakeDesk({ accounts: [account], activeAccountId: account.account.id, health });
    await renderScreen(<ScreenInStep />, { desk });
    await screen.findByRole('button', { name: 'Agree' });
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('E6: searches without a health plan or solution, and lists them all', async () => {
    const { desk } = await searched();
    const table = await screen.findByRole('table', { name: 'Orders' });
    expect(within(table).getAllByRole('row')).toHaveLength(4);
    expect(table.textContent).toMatch(/Cardiology.*Musculoskeletal.*Sleep/u);
    expect(desk.inputsOf('orders.search')).toMatchObject([{ by: 'member', term: 'Marchetti', birthDate: null }]);
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(screen.getByText('3 orders')).toBeDefined();
    expect(within(table).getAllByText('Born Feb 29, 1984')).toHaveLength(3);
  });

  it('E6: searches by Order ID and by ACMP# by keyboard alone', async () => {
    const { person, desk } = await open();
    await person.tab();
    await person.keyboard('{ArrowRight}{ArrowRight}');
    await person.type(screen.getByRole('textbox', { name: 'ACMP#' }), 'A79001{Enter}');
    await waitFor(() => expect(desk.inputsOf('orders.search')).toMatchObject([{ by: 'acmp-number', term: 'A79001' }]));
  });

  it('says beside the field what is wrong, its own rules and the portal’s', async () => {
    const { person, desk } = await open();
    await person.click(screen.getByRole('button', { name: 'Search' }));
    const field = screen.getByRole('textbox', { name: 'Member name or number' });
    expect(screen.getByText(/required/u)).toBeDefined();
    expect(document.activeElement).toBe(field);
    expect(desk.inputsOf('orders.search')).toEqual([]);
    desk.failWith('orders.search', { code: 'invalid_input', fields: [{ path: 'term', code: 'too_short' }] });
    await person.type(field, 'M{Enter}');
    expect(await screen.findByText('This is too short.')).toBeDefined();
  });

  it('tells that nothing was found, and that the portal cannot be reached', async () => {
    const { desk, person } = await searched({ orders: [] });
    expect(await screen.findByRole('heading', { name: 'No order found' })).toBeDefined();
    desk.failWith('orders.search', { code: 'offline' });
    await person.click(screen.getByRole('button', { name: 'Search' }));
    expect((await screen.findByRole('alert')).textContent).toContain('You are offline');
  });

  it('shows more when asked', async () => {
    const { person } = await searched({ orders: Array.from({ length: 70 }, (_, n) => order(n)) });
    await person.click(await screen.findByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(71));
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('comes back to the row that was opened', async () => {
    const { person } = await opened();
    expect(screen.getByRole('heading', { level: 1, name: 'Order 209000101' })).toBeDefined();
    expect(screen.getByText('Marchetti, Lena · Echocardiogram')).toBeDefined();
    expect(screen.getByText('Member number').nextElementSibling?.textContent).toBe('H100000011');
    await person.click(screen.getByRole('button', { name: 'Back to Order Search' }));
    expect(document.activeElement).toBe(await screen.findByRole('button', { name: '209000101' }));
  });

  it('E6: opens a letter as a PDF, and says when nothing opens it', async () => {
    const { person, desk } = await opened();
    await person.click(screen.getByRole('button', { name: 'Request for documents' }));
    expect(desk.inputsOf('orders.openLetter')).toHaveLength(1);
    desk.failWith('orders.openLetter', { code: 'letter_not_opened' });
    await person.click(screen.getByRole('button', { name: 'Request for documents' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The letter could not be opened');
  });
});

describe('documents of an order (E8)', () => {
  it('E8: tells what is needed, and advises the pertinent pages and upload over fax', async () => {
    await opened();
    expect(screen.getByText('The last two office notes.')).toBeDefined();
    expect(screen.getByText(/upload those pages only/u)).toBeDefined();
    expect(screen.getByText(/Upload rather than fax/u)).toBeDefined();
  });

  it('E8: offers no upload before the clinical questions are answered, nor where nothing is needed', async () => {
    await opened({ detail: orderDetail({ isClinicalAnswered: false }) });
    expect(screen.getByText(/clinical questions come first/u)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Choose a document' })).toBeNull();
  });

  it('E8: needs no document where the portal asks for none', async () => {
    await opened({ detail: orderDetail({ neededDocuments: null }) });
    expect(screen.getByText('The portal needs no documents for this order.')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Choose a document' })).toBeNull();
  });

  it('E8: asks for the pages, checks them beside the field, and shows how far the upload is', async () => {
    const { person, desk } = await opened();
    await person.click(screen.getByRole('button', { name: 'Choose a document' }));
    const pages = await screen.findByRole('textbox', { name: 'Pages to upload' });
    expect(document.activeElement).toBe(pages);
    await person.click(screen.getByRole('button', { name: 'Upload' }));
    expect(screen.getByText(/required/u)).toBeDefined();
    await person.type(pages, '3-20{Enter}');
    expect(screen.getByText(/does not have all of these pages/u)).toBeDefined();
    expect(desk.inputsOf('orders.uploadDocument')).toEqual([]);
    await person.clear(pages);
    await person.type(pages, '1-3, 5{Enter}');
    expect(
      (await screen.findByRole('progressbar', { name: 'Upload of chart.pdf' })).getAttribute('aria-valuenow'),
    ).toBe('25');
    expect(desk.inputsOf('orders.uploadDocument')).toMatchObject([{ pages: '1-3, 5' }]);
    expect(screen.queryByRole('textbox', { name: 'Pages to upload' })).toBeNull();
  });

  it('asks for no pages of an image, and says why a file is refused', async () => {
    const { person, desk } = await opened({
      picks: chosenDocument({ type: 'image/png', pageCount: null, name: 'scan.png' }),
    });
    desk.failWith('orders.chooseDocument', { code: 'document_encrypted' });
    await person.click(screen.getByRole('button', { name: 'Choose a document' }));
    expect((await screen.findByRole('alert')).textContent).toContain('protected by a password');
    desk.failWith('orders.chooseDocument', null);
    await person.click(screen.getByRole('button', { name: 'Choose a document' }));
    expect(document.activeElement).toBe(await screen.findByRole('button', { name: 'Upload' }));
    expect(screen.queryByRole('textbox', { name: 'Pages to upload' })).toBeNull();
  });

  it('pauses, resumes and cancels an upload, and looks again at the order when it has gone', async () => {
    const { person, desk } = await opened({ uploads: [upload()] });
    const item = await screen.findByRole('listitem', { name: 'note.pdf' });
    await person.click(within(item).getByRole('button', { name: 'Pause' }));
    await person.click(await within(item).findByRole('button', { name: 'Resume' }));
    await person.click(await within(item).findByRole('button', { name: 'Pause' }));
    const before = desk.inputsOf('orders.detail').length;
    await person.click(within(item).getByRole('button', { name: 'Cancel upload' }));
    await waitFor(() => expect(screen.queryByRole('listitem', { name: 'note.pdf' })).toBeNull());
    await waitFor(() => expect(desk.inputsOf('orders.detail').length).toBeGreaterThan(before));
  });

  it('says why an upload has stopped, and that an interrupted one goes on by itself', async () => {
    await opened({
      uploads: [
        upload({ state: 'failed', error: { code: 'document_damaged' } }),
        upload({ id: order(9).id, state: 'interrupted' }),
      ],
    });
    expect(await screen.findByText('The document did not arrive whole')).toBeDefined();
    expect(screen.getByText(/goes on by itself/u)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
  });
});

describe('a document that is too large', () => {
  it.each([
    [12, 'The document is larger than 20 MB. Choose fewer pages.'],
    [1, 'The document is larger than 20 MB.'],
  ])('is told with %i pages', async (pageCount, sentence) => {
    const { person, desk } = await opened({ picks: chosenDocument({ pageCount }) });
    desk.failWith('orders.uploadDocument', { code: 'invalid_input', fields: [{ path: 'pages', code: 'too_long' }] });
    await person.click(screen.getByRole('button', { name: 'Choose a document' }));
    if (pageCount > 1) await person.type(await screen.findByRole('textbox', { name: 'Pages to upload' }), '1-2');
    await person.click(await screen.findByRole('button', { name: 'Upload' }));
    expect(await screen.findByText(sentence)).toBeDefined();
  });
});

describe('Additional Information (E8)', () => {
  it('E8: counts characters as it is typed, as people count them, and keeps to the limit', async () => {
    const { person, desk } = await opened();
    const box = screen.getByRole('textbox', { name: 'Additional Information' });
    await person.click(box);
    await person.paste('🩻'.repeat(2000));
    expect(screen.getByText('2,000 of 2,000 characters')).toBeDefined();
    expect(box.getAttribute('aria-invalid')).not.toBe('true');
    await person.paste('x');
    expect(box.getAttribute('aria-invalid')).toBe('true');
    await person.click(screen.getByRole('button', { name: 'Save' }));
    expect(desk.inputsOf('orders.putAdditionalInformation')).toEqual([]);
    expect(await screen.findByText('1 characters too many', undefined, { timeout: 3000 })).toBeDefined();
  });

  it('E8: is saved, and only read once the order is decided', async () => {
    const { person, desk } = await opened();
    await person.type(screen.getByRole('textbox', { name: 'Additional Information' }), 'Pain for six weeks');
    await person.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/^Saved Mar 4, 2026/u)).toBeDefined();
    expect(desk.inputsOf('orders.putAdditionalInformation')).toMatchObject([{ text: 'Pain for six weeks' }]);
  });

  it('is only read once the order is decided', async () => {
    await opened({
      detail: orderDetail({
        order: order(1, { status: 'denied' }),
        additionalInformation: { text: 'Said before', savedAt: '2026-02-03T10:00:00.000Z' },
      }),
    });
    expect(screen.getByText('Said before')).toBeDefined();
    expect(screen.queryByRole('textbox', { name: 'Additional Information' })).toBeNull();
  });
});
