import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AccessRequestsScreen } from '../../../../src-renderer/features/access-requests/access-requests-screen.tsx';
import { accountWith, dialog, renderPeople, rowOf, submitted } from '../../components/people/render-people.tsx';
import { createFakeDesk } from '../../fake-desk.ts';
import { accessRequest, fixtureId } from '../../fixtures.ts';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

const heading = () => screen.findByRole('heading', { level: 2 });
const detailsOf = (name: string) => screen.findByRole('region', { name: `Request of ${name}` });

describe('Access Requests', () => {
  it('shows the pending ones, and for the first what the portal knows', async () => {
    const { desk } = await renderPeople(<AccessRequestsScreen />);
    const details = await detailsOf('Hugo Eriksen');
    expect(desk.inputsOf('accessRequests.page')[0]?.statuses).toEqual(['pending']);
    const known = within(details).getByRole('region', { name: 'What the portal knows' });
    expect(known.textContent).toContain('Group Name, Tax ID, CCA Provider ID/Billing Number, ZIP code');
    expect(known.textContent).toContain('Account age2 days');
    expect(known.textContent).toContain('1 organization');
    expect(within(details).getByText('413-555-0123')).toBeTruthy();
  });

  it('warns of an email address that was never confirmed', async () => {
    const evidence = {
      emailVerifiedAt: null,
      matchedOn: [],
      otherOrganizations: 0,
      accountCreatedAt: '2026-03-04T14:00:00.000Z',
    };
    const desk = createFakeDesk({ accessRequests: [accessRequest(1, { evidence, phone: null })] });
    await renderPeople(<AccessRequestsScreen />, { desk });
    const details = await detailsOf('Hugo Eriksen');
    expect(within(details).getByText('Not confirmed')).toBeTruthy();
    expect(within(details).getByText('Nothing')).toBeTruthy();
    expect(within(details).getByText('Not given')).toBeTruthy();
  });

  it('goes on with J and K, and approves with A as the portal proposes; the next one opens', async () => {
    const { desk, person } = await renderPeople(<AccessRequestsScreen />);
    await detailsOf('Hugo Eriksen');
    await person.keyboard('jjk');
    expect((await heading()).textContent).toBe('Ines Fontaine');
    await person.keyboard('a');
    await waitFor(async () => expect((await heading()).textContent).toBe('Jamal Gupta'));
    expect(submitted(desk)).toEqual([
      {
        kind: 'approve-access-request',
        subjectId: fixtureId(3002),
        payload: { role: 'user', permissions: ['eligibility', 'claims-status'] },
      },
    ]);
    expect((await rowOf('Ines Fontaine')).textContent).toContain('Approve — waiting');
  });

  it('takes a decision back until it is sent', async () => {
    const { desk, person } = await renderPeople(<AccessRequestsScreen />);
    await detailsOf('Hugo Eriksen');
    await person.keyboard('a');
    await detailsOf('Ines Fontaine');
    await person.keyboard('k');
    const details = await detailsOf('Hugo Eriksen');
    await person.click(await within(details).findByRole('button', { name: 'Undo' }));
    expect(await within(details).findByRole('button', { name: 'Approve' })).toBeTruthy();
    expect(desk.world.outbox).toEqual([]);
  });

  it('approves with another role and permissions', async () => {
    const { desk, person } = await renderPeople(<AccessRequestsScreen />);
    const details = await detailsOf('Hugo Eriksen');
    await person.click(within(details).getByRole('checkbox', { name: 'Eligibility' }));
    await person.click(within(details).getByRole('checkbox', { name: 'Remittances' }));
    await person.click(within(details).getByRole('button', { name: 'Approve' }));
    await waitFor(() =>
      expect(submitted(desk)[0]).toMatchObject({
        payload: { role: 'user', permissions: ['claims-status', 'remittances'] },
      }),
    );
    await person.click(within(await detailsOf('Ines Fontaine')).getByRole('radio', { name: 'Administrator' }));
    await person.click(screen.getByRole('button', { name: 'Approve as Administrator' }));
    await waitFor(() => expect(submitted(desk)[1]).toMatchObject({ payload: { role: 'administrator' } }));
  });

  it('denies with a reason that is required and at most 500 characters; what was typed stays', async () => {
    const { desk, person } = await renderPeople(<AccessRequestsScreen />);
    await detailsOf('Hugo Eriksen');
    await person.keyboard('d');
    const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Reason/u });
    expect(document.activeElement).toBe(box);
    await person.click(screen.getByRole('button', { name: 'Deny' }));
    expect(await screen.findByText('This field is required.')).toBeTruthy();
    await person.click(box);
    await person.paste('x'.repeat(501));
    expect(screen.getByText('501 of 500 characters')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Deny' }));
    expect(await screen.findByText('This is too long.')).toBeTruthy();
    expect(box.value).toHaveLength(501);
    await person.clear(box);
    await person.type(box, 'a jd: not ours');
    await person.keyboard('{Control>}{Enter}{/Control}');
    await detailsOf('Ines Fontaine');
    expect(submitted(desk)).toEqual([
      { kind: 'deny-access-request', subjectId: fixtureId(3001), payload: { reason: 'a jd: not ours' } },
    ]);
  });

  it('approves all selected ones that are open, after naming them', async () => {
    const { desk, person } = await renderPeople(<AccessRequestsScreen />);
    await detailsOf('Hugo Eriksen');
    await person.keyboard('a');
    await detailsOf('Ines Fontaine');
    await person.click(screen.getByRole('checkbox', { name: 'Select all' }));
    await person.click(await screen.findByRole('button', { name: 'Approve selected' }));
    const asking = await dialog('Approve 2 requests');
    expect(asking.textContent).toContain('Ines Fontaine');
    expect(asking.textContent).toContain('1 selected request is decided already and left out.');
    await person.click(within(asking).getByRole('button', { name: 'Approve (2)' }));
    await waitFor(() => expect(submitted(desk)).toHaveLength(3));
    await waitFor(() => expect(document.activeElement?.tagName).toBe('TR'));
    expect(submitted(desk).map(({ subjectId }) => subjectId)).toEqual([
      fixtureId(3001),
      fixtureId(3002),
      fixtureId(3003),
    ]);
  });

  it('denies all selected ones with one reason, all or none, and takes the batch back until it is sent', async () => {
    const { desk, person } = await renderPeople(<AccessRequestsScreen />);
    await rowOf('Hugo Eriksen');
    await person.click(screen.getByRole('checkbox', { name: /^Select Hugo Eriksen/u }));
    await person.click(screen.getByRole('checkbox', { name: /^Select Ines Fontaine/u }));
    await person.click(screen.getByRole('button', { name: 'Deny selected' }));
    const asked = await dialog('Deny 2 requests');
    expect(asked.textContent).toContain('Ines Fontaine');
    await person.click(within(asked).getByRole('button', { name: 'Deny (2)' }));
    expect(submitted(desk)).toEqual([]);
    desk.failWith('commands.submit', { code: 'disk_full' });
    await person.type(within(asked).getByRole('textbox', { name: /Reason/u }), 'Not one of us');
    await person.click(within(asked).getByRole('button', { name: 'Deny (2)' }));
    expect(await screen.findByText('The disk is full')).toBeTruthy();
    expect(desk.world.outbox).toEqual([]);
    expect(screen.getByText('2 selected')).toBeTruthy();
    desk.failWith('commands.submit', null);
    // what was typed is still there
    const again = await dialog('Deny 2 requests');
    await person.click(within(again).getByRole('button', { name: 'Deny (2)' }));
    await waitFor(() => expect(desk.world.outbox).toHaveLength(2));
    expect(desk.inputsOf('commands.submit').at(-1)?.intents).toEqual(
      [3001, 3002].map((n) => ({
        kind: 'deny-access-request',
        subjectId: fixtureId(n),
        payload: { reason: 'Not one of us' },
      })),
    );
    const notice = (await screen.findByText(/^Deny: 2 requests\. Waiting to be sent/u)).parentElement;
    if (notice === null) throw new Error('unreachable');
    await person.click(within(notice).getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(desk.world.outbox).toEqual([]));
  });

  it('shows by whom and when a request was decided, and why', async () => {
    const { person } = await renderPeople(<AccessRequestsScreen />);
    await detailsOf('Hugo Eriksen');
    await person.click(screen.getByRole('button', { name: 'Pending' }));
    await person.click(screen.getByRole('button', { name: 'Denied' }));
    const details = await detailsOf('Keiko Hayes');
    expect(details.textContent).toContain('Denied by Anna Berg on Feb 28, 2026, 2:20 PM');
    expect(details.textContent).toContain('Reason: Not on our staff.');
    expect(within(details).queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  it('lets nobody decide who may not', async () => {
    const desk = createFakeDesk({ accounts: [accountWith(['eligibility'])] });
    const { person } = await renderPeople(<AccessRequestsScreen />, { desk });
    const details = await detailsOf('Hugo Eriksen');
    expect(details.textContent).toContain('You need the permission “Manage users”');
    await person.keyboard('a');
    await person.keyboard('d');
    expect(submitted(desk)).toEqual([]);
    expect(screen.queryByRole('textbox', { name: /Reason/u })).toBeNull();
  });

  it('keeps ordinary managers from granting what is not theirs', async () => {
    const desk = createFakeDesk({ accounts: [accountWith(['eligibility', 'manage-users'])] });
    await renderPeople(<AccessRequestsScreen />, { desk });
    const details = await detailsOf('Hugo Eriksen');
    expect(within(details).getByRole<HTMLInputElement>('radio', { name: 'Administrator' }).disabled).toBe(true);
    expect(within(details).getByRole<HTMLInputElement>('checkbox', { name: 'Manage users' }).disabled).toBe(true);
    expect(within(details).getByRole<HTMLInputElement>('checkbox', { name: 'Remittances' }).disabled).toBe(false);
  });

  it('says that nothing is to be decided', async () => {
    await renderPeople(<AccessRequestsScreen />, { desk: createFakeDesk({ accessRequests: [] }) });
    expect(await screen.findByRole('heading', { name: 'No request is waiting for you' })).toBeTruthy();
  });
});
